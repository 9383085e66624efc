package org.coupure.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line that says itself what it holds, such as "Title: …", "Betreff: …" or a URL alone. The
 * labels, in some thirty languages, are data: {@code config/labels.txt}. Immutable.
 *
 * @param field what the line holds
 * @param value what stands behind the label, without quotes around all of it; never empty
 */
public record LabelledLine(Field field, String value) {
  /** What a line holds. */
  public enum Field {
    TITLE,
    URL,
    AUTHOR,
    DATE,
    SECTION,
    TAGS,
    /** The paper or site that published the text. */
    SITE,
    /** Neither a field of the record nor text: the way of a mail, the length of an article. */
    OTHER
  }

  /** Characters of the longest label. */
  private static final int LONGEST = 28;

  /** Characters of the longest label without a colon behind it. */
  private static final int LONGEST_IDEOGRAPHS = 4;

  /** Returns what {@code line} says it holds, or null when it has no known label. */
  public static @Nullable LabelledLine of(String line) {
    if (isUrl(line)) {
      return new LabelledLine(Field.URL, line);
    }
    int colon = colon(line);
    String value = colon < 0 ? "" : unquoted(line.substring(colon + 1).strip());
    Field field =
        value.isEmpty() ? null : Bundled.LABELS.get(LooseWords.folded(line.substring(0, colon)));
    if (field == Field.SITE && isUrl(value)) {
      return new LabelledLine(Field.URL, value);
    }
    // A label of a URL promises one: "Link: the two cases had nothing in common".
    return field == null || (field == Field.URL && !isUrl(value))
        ? null
        : new LabelledLine(field, value);
  }

  /** Returns the field that {@code label} stands for, without its colon, or null. */
  public static @Nullable Field field(String label) {
    return Bundled.LABELS.get(LooseWords.folded(label));
  }

  private static int colon(String line) {
    int end = Math.min(line.length(), LONGEST + 1);
    for (int i = 1; i < end; i++) {
      if (line.charAt(i) == ':' || line.charAt(i) == '\uFF1A') {
        return i;
      }
    }
    return gapBehindIdeographs(line);
  }

  /** Forums of Taiwan write "標題 …": a text in ideographs has no spaces, so one ends the label. */
  private static int gapBehindIdeographs(String line) {
    int gap = line.indexOf(' ');
    if (gap < 2 || gap > LONGEST_IDEOGRAPHS) {
      return -1;
    }
    for (int i = 0; i < gap; i++) {
      if (!Character.isIdeographic(line.charAt(i))) {
        return -1;
      }
    }
    return gap;
  }

  private static boolean isUrl(String text) {
    String start = text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT);
    return (start.startsWith("http://") || start.startsWith("https://")) && text.indexOf(' ') < 0;
  }

  /** Front matter quotes its values. */
  private static String unquoted(String value) {
    int last = value.length() - 1;
    boolean quoted =
        last > 1 && "\"'".indexOf(value.charAt(0)) >= 0 && value.charAt(last) == value.charAt(0);
    return quoted ? value.substring(1, last).replace("\\\"", "\"").strip() : value;
  }

  /** Holds the bundled labels, so that they are read when a dump first asks for them. */
  private static final class Bundled {
    static final Map<String, Field> LABELS = load();

    private static Map<String, Field> load() {
      Map<String, Field> labels = new HashMap<>();
      for (WordLists.Entry entry : WordLists.lines("labels.txt")) {
        // What one language says for certain stays: "Autor" is "author" before anything else.
        labels.putIfAbsent(
            LooseWords.folded(entry.text()), Field.valueOf(entry.key().toUpperCase(Locale.ROOT)));
      }
      return labels;
    }
  }
}
