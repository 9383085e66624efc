package org.coupure.block;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.coupure.text.WordSet;

/** The learned model over block features. Immutable and thread-safe. */
final class BlockClassifier {
  private static final String FUNCTION_WORDS = "/org/coupure/text/function-words.txt";

  private BlockClassifier() {}

  /** Returns the words of {@code function-words.txt}, all languages together. */
  static WordSet functionWords() {
    StringBuilder words = new StringBuilder(8192);
    try (InputStream in = BlockClassifier.class.getResourceAsStream(FUNCTION_WORDS);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          words.append(line, line.indexOf(':') + 1, line.length()).append(' ');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FUNCTION_WORDS + " can't be read from the jar", e);
    }
    return WordSet.of(words.toString());
  }
}
