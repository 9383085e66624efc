package org.coupure.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The difference between two texts, line by line: the longest common subsequence stays, the rest
 * went or came. Texts are articles, so a table of all pairs of lines is small enough; longer ones
 * are compared without it.
 */
public final class TextDiff {
  /** Two articles of 2,000 lines each; beyond, all between the common ends counts as changed. */
  private static final int MAX_PAIRS = 4_000_000;

  /** Unchanged lines that are shown around a change. */
  private static final int CONTEXT = 1;

  private static final String UNSPACED =
      "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

  private static final Pattern ALONE = Pattern.compile("[" + UNSPACED + "]");
  private static final Pattern WORD = Pattern.compile("[" + UNSPACED + "]|[^\\s" + UNSPACED + "]+");

  private TextDiff() {}

  /** What became of a line. */
  public enum Kind {
    SAME,
    GONE,
    NEW,
    /** Stands for unchanged lines that are not shown; the text says how many. */
    SKIPPED
  }

  /** A line of a difference. */
  public record Line(Kind kind, String text) {}

  /** Returns the changed lines with one line around them; empty when nothing changed. */
  public static List<Line> of(String before, String after) {
    List<Line> all = all(before.lines().toList(), after.lines().toList());
    List<Line> shown = new ArrayList<>();
    int skipped = 0;
    boolean changed = false;
    for (int i = 0; i < all.size(); i++) {
      if (isNearChange(all, i)) {
        skipped = noteSkipped(shown, skipped);
        shown.add(all.get(i));
        changed |= all.get(i).kind != Kind.SAME;
      } else {
        skipped++;
      }
    }
    noteSkipped(shown, skipped);
    return changed ? shown : List.of();
  }

  /**
   * Returns the words of two texts that stayed, went and came, in order, each run of a kind as one
   * line; a character of a script without spaces is a word. Words that go and come at one place
   * stand behind one another.
   */
  public static List<Line> words(String before, String after) {
    List<Line> runs = new ArrayList<>();
    for (Line word : all(words(before), words(after))) {
      Line last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last.kind == word.kind) {
        String gap = isAlone(last.text) && isAlone(word.text) ? "" : " ";
        runs.set(runs.size() - 1, new Line(word.kind, last.text + gap + word.text));
      } else {
        runs.add(word);
      }
    }
    return runs;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /** Returns whether a text ends with a character that is a word. */
  private static boolean isAlone(String text) {
    return ALONE.matcher(text.substring(text.offsetByCodePoints(text.length(), -1))).matches();
  }

  private static int noteSkipped(List<Line> shown, int skipped) {
    if (skipped > 0) {
      String noun = skipped == 1 ? " line" : " lines";
      shown.add(new Line(Kind.SKIPPED, skipped + noun + " as before"));
    }
    return 0;
  }

  private static boolean isNearChange(List<Line> all, int at) {
    for (int i = Math.max(0, at - CONTEXT); i <= at + CONTEXT && i < all.size(); i++) {
      if (all.get(i).kind != Kind.SAME) {
        return true;
      }
    }
    return false;
  }

  private static List<Line> all(List<String> before, List<String> after) {
    int start = 0;
    while (start < before.size()
        && start < after.size()
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < before.size() - start
        && end < after.size() - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    before.subList(0, start).forEach(line -> lines.add(new Line(Kind.SAME, line)));
    lines.addAll(
        middle(
            before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
    before
        .subList(before.size() - end, before.size())
        .forEach(line -> lines.add(new Line(Kind.SAME, line)));
    return lines;
  }

  private static List<Line> middle(List<String> before, List<String> after) {
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    if ((long) before.size() * after.size() <= MAX_PAIRS) {
      int[][] common = common(before, after);
      while (i < before.size() && j < after.size()) {
        if (before.get(i).equals(after.get(j))) {
          lines.add(new Line(Kind.SAME, before.get(i++)));
          j++;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
          lines.add(new Line(Kind.GONE, before.get(i++)));
        } else {
          lines.add(new Line(Kind.NEW, after.get(j++)));
        }
      }
    }
    before.subList(i, before.size()).forEach(line -> lines.add(new Line(Kind.GONE, line)));
    after.subList(j, after.size()).forEach(line -> lines.add(new Line(Kind.NEW, line)));
    return lines;
  }

  /**
   * Returns for each pair of line numbers how many lines the texts have in common from there on.
   */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
