package org.coupure.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The ends of host names that belong to nobody, such as {@code co.uk}: a rule for one of them would
 * be for the sites of strangers.
 */
public final class PublicSuffixes {
  private static final String FILE = "second-levels.txt";

  private PublicSuffixes() {}

  /** Returns whether {@code host}, in normal spelling, is a public suffix. */
  public static boolean has(String host) {
    int dot = host.indexOf('.');
    return dot < 0 || Known.SECOND_LEVELS.contains(host);
  }

  /** Read when the first rule with hosts is compiled. */
  private static final class Known {
    static final Set<String> SECOND_LEVELS = load();

    private static Set<String> load() {
      Set<String> suffixes = new HashSet<>(2048);
      try (InputStream in = PublicSuffixes.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException(FILE + " is missing from the jar: a broken build");
        }
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, suffixes));
      } catch (IOException e) {
        throw new UncheckedIOException(FILE + " can't be read from the jar", e);
      }
      return suffixes;
    }

    private static void add(String line, Set<String> suffixes) {
      StringTokenizer words = new StringTokenizer(line);
      String country = words.nextToken();
      while (words.hasMoreTokens()) {
        suffixes.add(words.nextToken() + "." + country);
      }
    }
  }
}
