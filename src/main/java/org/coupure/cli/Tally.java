package org.coupure.cli;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;

/** Counts a run's outcomes. Used by one thread. */
final class Tally {
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private long all;
  private long withText;

  void add(Clip clip) {
    counts.merge(clip.outcome(), 1L, Long::sum);
    all++;
    if (clip.hasText()) {
      withText++;
    }
  }

  long all() {
    return all;
  }

  long withText() {
    return withText;
  }

  long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** Returns such as {@code 1,497 pages: 1,450 clipped, 47 failed; 12.3 s}. */
  String summary(Duration time) {
    if (all == 0) {
      return "no pages found";
    }
    StringBuilder line = new StringBuilder();
    line.append(grouped(all)).append(all == 1 ? " page: " : " pages: ");
    String separator = "";
    for (Map.Entry<Outcome, Long> count : counts.entrySet()) {
      line.append(separator).append(grouped(count.getValue())).append(' ');
      line.append(count.getKey().code().replace('-', ' '));
      separator = ", ";
    }
    return line.append("; ").append(seconds(time)).toString();
  }

  /**
   * Returns {@code number} with a comma between thousands, without the start-up cost of Formatter.
   */
  static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  private static String seconds(Duration time) {
    long tenths = (time.toMillis() + 50) / 100;
    if (tenths < 600) {
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    long whole = time.toSeconds();
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole / 60 % 60 + " min";
  }
}
