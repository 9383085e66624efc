package org.coupure.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the word files under {@code config}, which have one syntax:
 *
 * <pre>
 * # a comment; blank lines mean nothing
 * key: words or entries
 * key:
 *   one entry, as it stands
 *   another one
 * </pre>
 *
 * A key may come again and goes on with its list. Its own reader, because a general one takes
 * longer to load than everything else that cleaning one page needs.
 */
public final class WordLists {
  private static final String FOLDER = "/org/coupure/config/";

  private WordLists() {}

  /**
   * What stands behind a key, or on an indented line below one.
   *
   * @param text without white space around it; never empty
   * @param file the file's name, for messages
   * @param line the number of its line in the file, from 1
   */
  public record Entry(String key, String text, String file, int line) {
    /** Returns the exception to throw for what the reader of the file can't take. */
    public IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException(file + ":" + line + ": " + what);
    }
  }

  /**
   * Returns the entries of a file packed into the jar, in its order.
   *
   * @param name path under {@code config}, such as {@code byline/words.txt}
   * @throws IllegalStateException when the jar lacks the file
   * @throws IllegalArgumentException when a line of it is of another shape, with its number
   */
  public static List<Entry> lines(String name) {
    try (InputStream in = WordLists.class.getResourceAsStream(FOLDER.concat(name))) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + FOLDER + name);
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }

  /** Returns the entries of {@code text}, which messages call {@code name}; see {@link #lines}. */
  public static List<Entry> parse(String name, String text) {
    List<Entry> entries = new ArrayList<>();
    String above = "";
    int number = 0;
    for (int start = 0, end; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end).stripTrailing();
      String bare = line.stripLeading();
      Entry entry = new Entry(above, bare, name, ++number);
      if (bare.isEmpty() || bare.charAt(0) == '#') {
        continue;
      }
      int colon = line.indexOf(": ");
      if (bare.length() < line.length()) {
        if (above.isEmpty()) {
          throw entry.wrong("expected a line 'key:' above this one");
        }
        entries.add(entry);
      } else if (line.endsWith(":") && colon < 0) {
        above = line.substring(0, line.length() - 1);
      } else if (colon < 0) {
        throw entry.wrong("expected 'key: values', or 'key:' above indented lines");
      } else {
        above = "";
        String key = line.substring(0, colon);
        entries.add(new Entry(key, line.substring(colon + 2).strip(), name, number));
      }
    }
    return entries;
  }

  /**
   * Returns the lists of a file by key, in its order, each joined by blanks; see {@link #lines}.
   */
  public static Map<String, String> load(String name) {
    Map<String, String> lists = new LinkedHashMap<>();
    lines(name)
        .forEach(
            entry -> lists.merge(entry.key, entry.text, (before, text) -> before + " " + text));
    return lists;
  }

  /** Returns the words, separated by spaces, of each list of a file, in its order. */
  public static Map<String, List<String>> words(String name) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    load(name).forEach((key, values) -> words.put(key, split(values, ' ')));
    return words;
  }

  /** Returns all words, separated by spaces, of a file's lists. */
  public static Set<String> set(String name) {
    Set<String> all = new HashSet<>();
    lines(name).forEach(entry -> all.addAll(split(entry.text, ' ')));
    return Set.copyOf(all);
  }

  /** Returns the entries, separated by ";", of the list called {@code key}. */
  public static Set<String> entries(Map<String, String> lists, String key) {
    return new HashSet<>(split(lists.getOrDefault(key, ""), ';'));
  }

  /**
   * Returns what stands between the separators, stripped, without what is blank. By hand, because a
   * regular expression costs a cold start more than the whole list.
   */
  public static List<String> split(String line, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == separator) {
        String part = line.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
