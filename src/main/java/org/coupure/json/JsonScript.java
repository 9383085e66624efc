package org.coupure.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads the JSON of a script element as leniently as the web writes it: raw line breaks, trailing
 * commas, comments, CDATA marks, unescaped quotation marks; of a script that breaks off, what came
 * before. Never fails; bounded in length, depth and number of values. Immutable and thread-safe.
 */
public final class JsonScript {
  /** The longest script that is read; more than ten times the longest of our development pages. */
  static final int MAX_LENGTH = 2_000_000;

  /** The largest state of our development pages has 1.5 million characters. */
  private static final int MAX_STATE_LENGTH = 4_000_000;

  private static final int MAX_STATE_VALUES = 400_000;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_VALUES = 20_000;

  /** Members that hold no metadata and may be very long. */
  private static final Set<String> SKIPPED =
      Set.of(
          "articleBody",
          "text",
          "comment",
          "review",
          "reviews",
          "suggestedAnswer",
          "acceptedAnswer",
          "transcript",
          "recipeInstructions",
          "offers",
          "hasVariant");

  /** Made with the first script: text dumps have none, and its classes take time to load. */
  private static final class Lenient {
    static final JsonFactory FACTORY =
        JsonFactory.builder()
            .enable(
                JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                JsonReadFeature.ALLOW_TRAILING_COMMA,
                JsonReadFeature.ALLOW_JAVA_COMMENTS,
                JsonReadFeature.ALLOW_MISSING_VALUES,
                JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** The same for values that scripts assign, whose names stand without quotes. */
    static final JsonFactory STATE_FACTORY =
        FACTORY.rebuild().enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES).build();
  }

  private final Set<String> skipped;

  /** Makes a reader of metadata, which leaves out members that hold none and may be very long. */
  public JsonScript() {
    this(SKIPPED);
  }

  private JsonScript(Set<String> skipped) {
    this.skipped = skipped;
  }

  /** Returns a reader of all members. */
  public static JsonScript whole() {
    return new JsonScript(Set.of());
  }

  /** Returns a reader of what browsers and search engines forgive. */
  public static JsonFactory lenient() {
    return Lenient.FACTORY;
  }

  /** Returns the values of {@code script}, one after the other; empty when there is none. */
  public List<Json> read(String script) {
    if (script.length() > MAX_LENGTH) {
      return List.of();
    }
    String json = unwrap(script);
    if (json.isEmpty()) {
      return List.of();
    }
    Reading strict = new Reading(skipped, MAX_VALUES);
    if (strict.read(json)) {
      return strict.roots;
    }
    Reading repaired = new Reading(skipped, MAX_VALUES);
    repaired.read(JsonRepair.repair(json));
    return repaired.values >= strict.values ? repaired.roots : strict.roots;
  }

  /**
   * Returns the value at the beginning of {@code json}, with all members, or null when there is
   * none: scripts may go on after it.
   */
  public static @Nullable Json state(String json) {
    if (json.length() > MAX_STATE_LENGTH) {
      return null;
    }
    Reading reading = new Reading(Set.of(), MAX_STATE_VALUES);
    reading.readFirst(json);
    return reading.roots.isEmpty() ? null : reading.roots.get(0);
  }

  /** Takes away HTML comment and CDATA marks and what else stands around the value. */
  private static String unwrap(String script) {
    int start = 0;
    while (start < script.length() && script.charAt(start) != '{' && script.charAt(start) != '[') {
      start++;
    }
    // The bracket of a CDATA mark is no array.
    int cdata = script.indexOf("<![CDATA[");
    if (cdata >= 0 && cdata < start) {
      return unwrap(script.substring(cdata + "<![CDATA[".length()));
    }
    int end = script.length();
    while (end > start && script.charAt(end - 1) != '}' && script.charAt(end - 1) != ']') {
      end--;
    }
    String inner = end > start ? script.substring(start, end) : script.substring(start);
    return inner.endsWith("]]") && !inner.startsWith("[[")
        ? inner.substring(0, inner.length() - 2)
        : inner;
  }

  /** One run over a text; keeps what was read when the text turns out to be broken. */
  private static final class Reading {
    private final List<Json> roots = new ArrayList<>();
    private final Set<String> skipped;
    private final int most;
    private int values;

    Reading(Set<String> skipped, int most) {
      this.skipped = skipped;
      this.most = most;
    }

    void readFirst(String json) {
      try (JsonParser parser =
          Lenient.STATE_FACTORY.createParser(ObjectReadContext.empty(), json)) {
        JsonToken token = parser.nextToken();
        if (token != null) {
          value(parser, token, roots::add, 0);
        }
      } catch (JacksonException broken) {
        // What came before the break is kept.
        return;
      }
    }

    boolean read(String json) {
      try (JsonParser parser = Lenient.FACTORY.createParser(ObjectReadContext.empty(), json)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          value(parser, token, roots::add, 0);
        }
        return true;
      } catch (JacksonException broken) {
        return false;
      }
    }

    /** Gives the value that begins at {@code token} to {@code to}, before its members are read. */
    private void value(JsonParser parser, JsonToken token, Consumer<Json> to, int depth) {
      values++;
      if (depth >= MAX_DEPTH || values > most) {
        parser.skipChildren();
      } else if (token == JsonToken.START_OBJECT) {
        Map<String, Json> members = skipped.isEmpty() ? new LinkedHashMap<>() : new HashMap<>();
        to.accept(new Json.Node(members));
        object(parser, members, depth);
      } else if (token == JsonToken.START_ARRAY) {
        List<Json> items = new ArrayList<>();
        to.accept(new Json.Items(items));
        for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
          if (t == JsonToken.END_ARRAY) {
            return;
          }
          value(parser, t, items::add, depth + 1);
        }
      } else {
        scalar(parser, token, to);
      }
    }

    private void object(JsonParser parser, Map<String, Json> members, int depth) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t == JsonToken.END_OBJECT) {
          return;
        }
        String name = parser.currentName();
        JsonToken first = parser.nextToken();
        if (first == null) {
          return;
        }
        if (skipped.contains(name)) {
          parser.skipChildren();
          continue;
        }
        value(parser, first, member -> members.putIfAbsent(name, member), depth + 1);
      }
    }

    private void scalar(JsonParser parser, JsonToken token, Consumer<Json> to) {
      if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        to.accept(new Json.Text(parser.getString()));
      }
    }
  }
}
