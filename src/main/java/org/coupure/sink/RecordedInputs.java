package org.coupure.sink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * The inputs whose records stand in an output. An input that has several records there is passed
 * over so often. Not thread-safe.
 */
public final class RecordedInputs implements Predicate<String> {
  private final Map<String, Integer> counts = new HashMap<>();

  /** Reads JSON Lines, which may be compressed as the name says. */
  static RecordedInputs ofLines(Path file) throws IOException {
    RecordedInputs inputs = new RecordedInputs();
    try (InputStream in = Packing.of(file).unpack(Files.newInputStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        inputs.add(sourceOf(line));
      }
    }
    return inputs;
  }

  /** Adds the {@code provenance.source} of a record; null for one of another program. */
  public void add(@Nullable String source) {
    if (source != null) {
      counts.merge(source, 1, Integer::sum);
    }
  }

  /** Returns whether an input has a record that was not asked for yet. */
  @Override
  public boolean test(String source) {
    Integer left = counts.get(source);
    if (left == null) {
      return false;
    }
    if (left == 1) {
      counts.remove(source);
    } else {
      counts.put(source, left - 1);
    }
    return true;
  }

  /** Returns {@code provenance.source} of a record, or null if the line is none of ours. */
  static @Nullable String sourceOf(String line) {
    try (JsonParser json = LastLine.JSON.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      boolean inside = false;
      for (String key = json.nextName(); key != null; key = json.nextName()) {
        JsonToken value = json.nextToken();
        if (!inside && key.equals("provenance") && value == JsonToken.START_OBJECT) {
          inside = true;
        } else if (inside && key.equals("source")) {
          return value == JsonToken.VALUE_STRING ? json.getString() : null;
        } else {
          json.skipChildren();
        }
      }
      return null;
    } catch (JacksonException ignored) { // A line of another program.
      return null;
    }
  }
}
