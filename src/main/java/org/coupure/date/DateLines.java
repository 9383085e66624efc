package org.coupure.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Tells lines that say when from sentences that mention a date. The words are {@code
 * config/date/datelines.txt}. Immutable and thread-safe.
 */
public final class DateLines {
  /** What a line is. */
  public enum Sort {
    /** No line about the article's date. */
    NONE,
    /** A date with little beside it. */
    BARE,
    /** A date that is called that of publication. */
    PUBLISHED,
    /** A date that is called that of a change. */
    MODIFIED
  }

  /** Longer texts are no lines about an article. Chosen: two lines of text. */
  public static final int MAX_LENGTH = 160;

  /** "By Jane Doe, Berlin correspondent · 14 March 2025, 10:15 · 5 min read" and little more. */
  private static final int MAX_WORDS = 16;

  private static final int MAX_LABEL = 60;

  /** Letters of words that are too short to begin a part. */
  private static final int MIN_WORD = 2;

  /** Closing sentences go on about categories and comments. Chosen: three lines of text. */
  private static final int MAX_CLOSING = 320;

  /** Between the parts of a line about who and when. */
  private static final String SIGNS = "|\u00B7\u2022\u2013\u2014,;/";

  private final Set<String> published;
  private final Set<String> modified;
  private final Set<String> foreign;

  /** Beginnings of sentences. */
  private final Set<String> closing;

  /** Those that sentences about a change may end with. */
  private final List<String> changes;

  private DateLines(
      Set<String> published, Set<String> modified, Set<String> foreign, Set<String> closing) {
    this.published = published;
    this.modified = modified;
    this.foreign = foreign;
    this.closing = closing;
    this.changes = modified.stream().filter(words -> words.indexOf(' ') > 0).toList();
  }

  /** Returns the packed lists. */
  public static DateLines load() {
    Map<String, String> lists = WordLists.load("date/datelines.txt");
    return new DateLines(
        WordLists.entries(lists, "published"),
        WordLists.entries(lists, "modified"),
        WordLists.entries(lists, "foreign"),
        WordLists.entries(lists, "closing"));
  }

  /** Returns what {@code line}, in which a date was found, is. */
  public Sort sort(String line) {
    int digit = firstDigit(line);
    if (digit < 0 || line.length() > MAX_LENGTH) {
      return Sort.NONE;
    }
    if (isForeign(line, digit)) {
      return Sort.NONE;
    }
    Sort labelled = label(line, digit);
    if (labelled != Sort.NONE) {
      return labelled;
    }
    return words(line) <= MAX_WORDS && !isSentence(line) ? Sort.BARE : Sort.NONE;
  }

  /**
   * Returns {@code line} in parts that have a date each and are called by what they say of it:
   * "Updated 14 March 2025. First published 2 May 2019" has two, most lines have one.
   *
   * @param isDated tells whether a text has a date in it
   */
  public List<String> parts(String line, Predicate<String> isDated) {
    int digit = firstDigit(line);
    int next = digit < 0 ? -1 : firstDigit(line, digit + 1);
    if (next < 0) {
      return List.of(line);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = digit + 1; next >= 0 && i < line.length() - 1; i++) {
      boolean begins =
          Character.isLetter(line.charAt(i)) && !Character.isLetter(line.charAt(i - 1));
      // "10:15 am" is a time; "am" before a date says nothing by itself.
      if (!begins || isShort(line, i)) {
        continue;
      }
      next = next < i ? firstDigit(line, i) : next;
      boolean labelled =
          next > i && next - i <= MAX_LABEL && label(line.substring(i, next)) != Sort.NONE;
      if (labelled && isDated.test(line.substring(start, i)) && isDated.test(line.substring(i))) {
        parts.add(line.substring(start, i));
        start = i;
        i = next;
      }
    }
    parts.add(line.substring(start));
    return parts;
  }

  private static boolean isShort(String line, int word) {
    int end = word;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    return end - word <= MIN_WORD;
  }

  /**
   * Returns the beginning of a sentence that closes a text and says when it was published ("This
   * entry was posted on …"), as far as the date stands in it, or null.
   */
  public @Nullable String closing(String text) {
    if (text.length() > MAX_CLOSING) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (!isClosing(lower)) {
      return null;
    }
    boolean change = modified.stream().anyMatch(words -> lower.contains(" " + words));
    return change ? null : text.substring(0, Math.min(text.length(), MAX_LENGTH));
  }

  /** Every block of a page is asked this, so nothing is put together for it. */
  private boolean isClosing(String lower) {
    for (String words : closing) {
      if (lower.startsWith(words)
          && lower.length() > words.length()
          && lower.charAt(words.length()) == ' ') {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns what a date is whose label stands on a line of its own before it, such as "Published":
   * {@link Sort#PUBLISHED}, {@link Sort#NONE} when it is another's date, {@link Sort#BARE} when
   * {@code line} is no such label.
   */
  public Sort labelAlone(String line) {
    if (line.isEmpty() || line.length() > MAX_LABEL || firstDigit(line) >= 0) {
      return Sort.BARE;
    }
    String words = trim(line.toLowerCase(Locale.ROOT));
    boolean other = foreign.contains(words) || foreign.contains(words + ":");
    return published.contains(words) ? Sort.PUBLISHED : other ? Sort.NONE : Sort.BARE;
  }

  /** The words before the first digit, or before the month, name the date. */
  private Sort label(String line, int digit) {
    Sort first = label(line.substring(0, Math.min(digit, MAX_LABEL)));
    if (first != Sort.NONE) {
      return first;
    }
    if (saysChanged(line.substring(0, digit))) {
      return Sort.MODIFIED;
    }
    if (isSentence(line)) {
      return Sort.NONE;
    }
    // "By Jane Doe | Published on 14 March": what stands before the sign is of somebody else.
    int sign = digit;
    while (sign > 0 && SIGNS.indexOf(line.charAt(sign - 1)) < 0) {
      sign--;
    }
    return sign == 0 ? Sort.NONE : label(line.substring(sign, digit).stripLeading());
  }

  /** "This article was last updated on 14 March." */
  private boolean saysChanged(String beginning) {
    String head = trim(beginning.toLowerCase(Locale.ROOT));
    for (int i = 0; i < changes.size(); i++) {
      int at = head.length() - changes.get(i).length();
      if (at > 0 && head.charAt(at - 1) == ' ' && head.endsWith(changes.get(i))) {
        return true;
      }
    }
    return false;
  }

  private Sort label(String beginning) {
    String head = beginning.toLowerCase(Locale.ROOT);
    for (int end = head.length(); end > 0; end--) {
      if (end < head.length() && Character.isLetter(head.charAt(end))) {
        continue;
      }
      String words = trim(head.substring(0, end));
      if (modified.contains(words)) {
        return Sort.MODIFIED;
      }
      if (published.contains(words)) {
        return Sort.PUBLISHED;
      }
    }
    return Sort.NONE;
  }

  /** When a member joined, what time it is now, when a photo was taken. */
  private boolean isForeign(String line, int digit) {
    return saysForeign(line.substring(0, Math.min(digit, MAX_LABEL)))
        || (digit > MAX_LABEL && saysForeign(line.substring(digit - MAX_LABEL, digit)));
  }

  private boolean saysForeign(String words) {
    String head = words.toLowerCase(Locale.ROOT);
    for (String label : foreign) {
      int at = head.indexOf(label);
      if (at == 0 || (at > 0 && !Character.isLetter(head.charAt(at - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static String trim(String words) {
    int end = words.length();
    while (end > 0 && " :-\u2013|,.(\uFF1A".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(0, end);
  }

  private static int firstDigit(String line) {
    return firstDigit(line, 0);
  }

  private static int firstDigit(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int words(String line) {
    int words = 1;
    for (int i = 0; i < line.length(); i++) {
      words += line.charAt(i) == ' ' ? 1 : 0;
    }
    return words;
  }

  /** A sentence ends with a full stop behind a word in lower case, a title with a mark. */
  private static boolean isSentence(String line) {
    int last = line.length() - 1;
    char c = line.charAt(last);
    if (c == '?' || c == '!') {
      return true;
    }
    return c == '.' && last > 3 && Character.isLowerCase(line.charAt(last - 1)) && words(line) > 6;
  }
}
