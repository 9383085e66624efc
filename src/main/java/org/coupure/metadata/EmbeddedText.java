package org.coupure.metadata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.block.Scripts;
import org.coupure.json.JsonScript;
import org.coupure.json.StateScripts;
import org.coupure.text.Tokens;
import org.coupure.text.WordLists;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The text that a page carries besides its elements, for pages that show nothing until their
 * scripts run: the body stated in structured data, or the longest prose in the state that a
 * framework left in a script. Strings that stand at the same path but for their place in a list,
 * such as the posts of a thread, are one text. Bounded in length, depth and number of values; never
 * fails. Immutable and thread-safe.
 */
public final class EmbeddedText {
  /** Both the id and the attribute in which a forum's software keeps its state. */
  private static final String DISCOURSE = "data-preloaded";

  /** The member of linked data that holds the article, in lower case. */
  private static final String BODY = "articlebody";

  /** The largest state of our development pages has 1.5 million characters. */
  private static final int MOST_CHARS = 4_000_000;

  private static final int MOST_DEPTH = 100;
  private static final int MOST_TOKENS = 400_000;
  private static final int MOST_PROSE = 1_000_000;

  /** States may be strings within states (Discourse); deeper levels are not read. */
  private static final int MOST_NESTING = 2;

  /** Shorter strings are labels. */
  private static final int LEAST_WORDS = 8;

  /** A text shorter than a short paragraph is not an article. */
  private static final int LEAST_BODY_WORDS = 50;

  /**
   * States hold much that is no article; of our development pages' 87 most under this were none.
   */
  private static final int LEAST_STATE_WORDS = 80;

  /** Made with the first state that is read: few pages need one. */
  private static final class Lenient {
    static final JsonFactory FACTORY =
        JsonScript.lenient()
            .rebuild()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .build();
  }

  private final List<String> keys;
  private final StateScripts states;
  private final List<String> elsewhere;

  private EmbeddedText(List<String> keys, StateScripts states, List<String> elsewhere) {
    this.keys = keys;
    this.states = states;
    this.elsewhere = elsewhere;
  }

  /** Returns the finder of what {@code config/metadata/spare-text.txt} names. */
  public static EmbeddedText load() {
    Map<String, String> lists = WordLists.load("metadata/spare-text.txt");
    return new EmbeddedText(
        WordLists.split(lists.getOrDefault("keys", ""), ' '),
        StateScripts.load(),
        WordLists.split(lists.getOrDefault("elsewhere", ""), ' '));
  }

  /** Beside which elements of the page a text was found. */
  public enum Origin {
    STRUCTURED_DATA,
    PRELOADED_STATE
  }

  /**
   * A text that was found.
   *
   * @param from what kind of script it stood in
   * @param where the path of its strings, such as {@code posts[].cooked}
   * @param parts the strings in the page's order, HTML or plain
   */
  public record Found(Origin from, String where, List<String> parts) {
    public Found {
      parts = List.copyOf(parts);
    }

    /** Returns the number of words, tags counted out. */
    public int words() {
      return parts.stream().mapToInt(EmbeddedText::words).sum();
    }
  }

  /** Returns the body stated in structured data, else the longest prose in a state, or null. */
  public @Nullable Found find(Blocks page) {
    Document document = page.document();
    if (document == null) {
      return null;
    }
    Found stated = stated(page);
    if (stated != null) {
      return stated;
    }
    Element discourse = discourse(page.outline());
    if (discourse != null) {
      Prose prose = new Prose();
      prose.read(discourse.attr(DISCOURSE), 0);
      Found found = prose.best(Origin.PRELOADED_STATE);
      if (found != null) {
        return found;
      }
    }
    return state(page.scripts());
  }

  /** Returns the body stated in structured data, or null. */
  public @Nullable Found stated(Blocks page) {
    return page.document() == null ? null : stated(page.linkedData());
  }

  private static @Nullable Element discourse(Outline outline) {
    int rows = outline.labelNames().has(DISCOURSE) ? outline.size() : 0;
    for (int row = 0; row < rows; row++) {
      if (outline.id(row).equals(DISCOURSE)) {
        return outline.element(row);
      }
    }
    return null;
  }

  private @Nullable Found stated(List<String> scripts) {
    Found longest = null;
    for (String script : scripts) {
      if (script.length() <= MOST_CHARS && mayHold(script, BODY)) {
        longest = longer(longest, read(script).of(BODY, Origin.STRUCTURED_DATA));
      }
    }
    return longest;
  }

  /** Returns whether a member may have this name; to look costs less than to read all members. */
  private static boolean mayHold(String json, String name) {
    for (int i = 0; i <= json.length() - name.length(); i++) {
      if ((json.charAt(i) | ' ') == name.charAt(0)
          && json.regionMatches(true, i, name, 0, name.length())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Found state(List<Element> scripts) {
    Found longest = null;
    for (Element script : scripts) {
      String state =
          Scripts.isLinkedData(script)
              ? ""
              : states.state(script.attr("type"), Scripts.data(script));
      if (!state.isEmpty() && state.length() <= MOST_CHARS) {
        longest = longer(longest, read(state).best(Origin.PRELOADED_STATE));
      }
    }
    return longest;
  }

  private Prose read(String json) {
    Prose prose = new Prose();
    prose.read(json, 0);
    return prose;
  }

  private static @Nullable Found longer(@Nullable Found one, @Nullable Found other) {
    return other != null && (one == null || other.words() > one.words()) ? other : one;
  }

  private static int words(String part) {
    return Tokens.count(part.indexOf('<') < 0 ? part : part.replaceAll("<[^>]{0,2000}>", " "));
  }

  /** The prose of one script by path. Used once. */
  private final class Prose {
    private final Map<String, List<String>> byPath = new LinkedHashMap<>();

    /** In flattened states (devalue) members are numbers of the strings they stand for. */
    private final Map<Integer, String> pointed = new LinkedHashMap<>();

    private int tokens;
    private int chars;

    void read(String text, int nesting) {
      try (JsonParser parser = Lenient.FACTORY.createParser(ObjectReadContext.empty(), text)) {
        walk(parser, nesting);
      } catch (JacksonException broken) {
        // What came before the break is kept: scripts go on after the value.
        return;
      }
    }

    private void walk(JsonParser parser, int nesting) {
      Deque<String> path = new ArrayDeque<>();
      int place = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (++tokens > MOST_TOKENS || path.size() > MOST_DEPTH) {
          return;
        }
        boolean top = path.size() == 1;
        if (token.isStructStart()) {
          place += top ? 1 : 0;
          path.addLast(token == JsonToken.START_ARRAY ? name(parser) + "[]" : name(parser));
        } else if (token.isStructEnd()) {
          path.pollLast();
          if (path.isEmpty()) {
            return;
          }
        } else if (token == JsonToken.VALUE_STRING) {
          string(parser.getString(), path, parser.currentName(), nesting, place);
          place += top ? 1 : 0;
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
          point(parser);
          place += top ? 1 : 0;
        } else if (token.isScalarValue()) {
          place += top ? 1 : 0;
        }
      }
    }

    private void point(JsonParser parser) {
      String name = parser.currentName();
      if (name != null && keys.contains(name.toLowerCase(Locale.ROOT)) && isInt(parser)) {
        pointed.putIfAbsent(parser.getIntValue(), name);
      }
    }

    private static boolean isInt(JsonParser parser) {
      return parser.getNumberType() == JsonParser.NumberType.INT;
    }

    private static String name(JsonParser parser) {
      String name = parser.currentName();
      return name == null ? "" : name;
    }

    private void string(
        String value, Deque<String> path, @Nullable String name, int nesting, int place) {
      boolean packed = value.length() > 2 && (value.startsWith("{") || value.startsWith("["));
      if (packed && nesting < MOST_NESTING) {
        read(value, nesting + 1);
        return;
      }
      String key = name == null ? pointed.get(place) : name;
      if (key == null && !path.isEmpty()) {
        String holder = path.getLast();
        key = holder.endsWith("[]") ? holder.substring(0, holder.length() - 2) : holder;
      }
      if (key == null || !keys.contains(key.toLowerCase(Locale.ROOT)) || chars > MOST_PROSE) {
        return;
      }
      if (words(value) >= LEAST_WORDS) {
        chars += value.length();
        String where = String.join(".", path) + "." + key;
        List<String> texts = byPath.computeIfAbsent(where, k -> new ArrayList<>());
        // States repeat what they show for every visitor's group.
        if (!texts.contains(value)) {
          texts.add(value);
        }
      }
    }

    /** Returns the longest text; of texts nearly as long the one under the stronger key. */
    @Nullable Found best(Origin from) {
      Found best = null;
      double most = 0;
      for (Map.Entry<String, List<String>> group : byPath.entrySet()) {
        Found found = new Found(from, where(group.getKey()), group.getValue());
        int words = found.words();
        // A key counts at most a third more than the weakest.
        double weight = words * (1 + (keys.size() - strength(group.getKey())) / 3.0 / keys.size());
        if (words >= LEAST_STATE_WORDS && weight > most && !isElsewhere(group.getKey())) {
          best = found;
          most = weight;
        }
      }
      return best;
    }

    /** Returns the longest string under {@code key}. */
    @Nullable Found of(String key, Origin from) {
      Found best = null;
      for (Map.Entry<String, List<String>> group : byPath.entrySet()) {
        if (!group.getKey().toLowerCase(Locale.ROOT).endsWith("." + key)) {
          continue;
        }
        // The entries of a live blog are one text; of several articles one is the page's own.
        boolean joined = group.getKey().contains("liveBlogUpdate[]");
        for (String part : group.getValue()) {
          List<String> parts = joined ? group.getValue() : List.of(part);
          Found found = new Found(from, where(group.getKey()), parts);
          boolean longer = best == null || found.words() > best.words();
          best = longer && found.words() >= LEAST_BODY_WORDS ? found : best;
        }
      }
      return best;
    }

    private boolean isElsewhere(String path) {
      String lower = path.toLowerCase(Locale.ROOT);
      return elsewhere.stream().anyMatch(lower::contains);
    }

    private int strength(String path) {
      return keys.indexOf(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private String where(String path) {
      int start = 0;
      while (start < path.length() && path.charAt(start) == '.') {
        start++;
      }
      return path.substring(start);
    }
  }
}
