package org.coupure.yaml;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the known word nearest to a misspelt one, for keys of files, verbs and options. */
public final class Nearest {
  private Nearest() {}

  /** Returns {@code ; did you mean `word`?} for the nearest known word, or nothing if none is. */
  public static String hint(String word, Collection<String> known) {
    String nearest = of(word, known);
    return nearest == null ? "" : "; did you mean `" + nearest + "`?";
  }

  /** Returns the question to add to a sentence, with a blank before it, or an empty string. */
  public static String question(String word, Collection<String> known) {
    String nearest = of(word, known);
    return nearest == null ? "" : " Did you mean " + nearest + "?";
  }

  /**
   * Returns the nearest of {@code known} to {@code word}, the first of equals, or null when none is
   * near: more than a third of the longer word, and more than one letter, would have to change.
   */
  static @Nullable String of(String word, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      int allowed = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
      if (distance < least && distance <= allowed) {
        best = candidate;
        least = distance;
      }
    }
    return best;
  }

  /**
   * Returns how many letters must be put in, left out, changed or swapped with their neighbour to
   * make {@code b} of {@code a} (optimal string alignment).
   */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = cost[i - 1][j - 1] + (same ? 0 : 1);
    least = Math.min(least, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
