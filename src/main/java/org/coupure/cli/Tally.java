package org.coupure.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Quality;
import org.coupure.article.Reason;

/** Counts a run's outcomes. Used by one thread. */
final class Tally {
  /** More rules than this are not listed. */
  private static final int MAX_RULES = 10;

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final Map<String, RuleCount> rules = new TreeMap<>();
  private final Set<String> mistakes = new LinkedHashSet<>();
  private long all;
  private long withText;
  private long leftOut;
  private long filteredOut;
  private long rendered;
  private long notRendered;
  private long shutOut;

  void add(Clip clip) {
    counts.merge(clip.outcome(), 1L, Long::sum);
    all++;
    if (clip.reason().shutsOut()) {
      shutOut++;
    }
    if (clip.hasText()) {
      withText++;
    }
    if (clip.reason() == Reason.RULE_MISTAKE && clip.detail() != null) {
      mistakes.add(clip.detail());
    }
    Article article = clip.article();
    if (article != null) {
      List<String> flags = article.quality().flags();
      rendered += flags.contains(Quality.RENDERED) ? 1 : 0;
      notRendered += flags.contains(Quality.RENDER_FAILED) ? 1 : 0;
    }
    notRendered += clip.reason() == Reason.RENDER_FAILED ? 1 : 0;
    if (article != null && article.provenance().rule() != null) {
      String rule = article.provenance().rule();
      rules.computeIfAbsent(rule, name -> new RuleCount()).add(article.quality().flags());
    }
  }

  /**
   * Returns a line for each rule whose content or expected fields were missing or that gave less
   * than the generic extraction: {@code rule example.org: missed on 12 of 40 pages}; those with
   * most such pages first. Then a line for each rule with a mistake.
   */
  List<String> ruleLines() {
    List<Map.Entry<String, RuleCount>> broken = new ArrayList<>(rules.entrySet());
    broken.removeIf(entry -> entry.getValue().bad() == 0);
    broken.sort(Comparator.comparing(entry -> -entry.getValue().bad()));
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, RuleCount> entry : broken) {
      if (lines.size() == MAX_RULES) {
        lines.add("and " + grouped(broken.size() - MAX_RULES) + " more rules");
        break;
      }
      lines.add("rule " + entry.getKey() + ": " + entry.getValue());
    }
    mistakes.stream().limit(MAX_RULES).forEach(lines::add);
    if (mistakes.size() > MAX_RULES) {
      lines.add("and mistakes in " + grouped(mistakes.size() - MAX_RULES) + " more rules");
    }
    return lines;
  }

  /** Counts a page that was added but is not of a wanted kind. */
  void leaveOut() {
    leftOut++;
  }

  /** Counts a page that was added but does not match --query and similar options. */
  void filterOut() {
    filteredOut++;
  }

  /** Returns on how many pages a rule's content or expected fields were missing. */
  long ruleMisses() {
    return rules.values().stream().mapToLong(count -> count.missed).sum();
  }

  /** Returns how many pages the sites refused. */
  long shutOut() {
    return shutOut;
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
    if (rendered > 0) {
      line.append("; rendered ").append(grouped(rendered));
    }
    if (notRendered > 0) {
      line.append("; failed to render ").append(grouped(notRendered));
    }
    if (leftOut > 0) {
      line.append("; ").append(grouped(leftOut)).append(" left out by --kinds");
    }
    if (filteredOut > 0) {
      line.append("; ").append(grouped(filteredOut)).append(" not asked for");
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

  /** How one rule did. */
  private static final class RuleCount {
    private long pages;
    private long missed;
    private long beaten;

    void add(List<String> flags) {
      pages++;
      boolean lost = flags.contains(Quality.RULE_BEATEN);
      beaten += lost ? 1 : 0;
      missed += flags.contains(Quality.RULE_MISS) && !lost ? 1 : 0;
    }

    long bad() {
      return missed + beaten;
    }

    @Override
    public String toString() {
      String of = " of " + grouped(pages) + (pages == 1 ? " page" : " pages");
      String misses = missed == 0 ? "" : "missed on " + grouped(missed) + of;
      String losses = beaten == 0 ? "" : "beaten by the generic path on " + grouped(beaten) + of;
      return misses + (misses.isEmpty() || losses.isEmpty() ? "" : ", ") + losses;
    }
  }
}
