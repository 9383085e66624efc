package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.verdict.BlockVerdicts;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the rules that fit one page say about it, strongest first. A rule that does not find what it
 * promised is silent about the blocks, so that the others and the generic path decide; the fields
 * that it found still count. Not thread-safe; lives as long as one clip.
 */
public final class Ruling {
  private final List<Reading> readings;
  private final boolean confining;

  private Ruling(List<Reading> readings) {
    this(readings, true);
  }

  private Ruling(List<Reading> readings, boolean confining) {
    this.readings = List.copyOf(readings);
    this.confining = confining;
  }

  /** Returns what {@code rules} say about a page; nothing about plain text. */
  static Ruling of(List<Rule> rules, Blocks blocks, @Nullable PageDom page) {
    List<Reading> readings = new ArrayList<>();
    if (page != null) {
      rules.forEach(rule -> readings.add(new Reading(rule, blocks, page)));
    }
    return new Ruling(readings);
  }

  /** Returns what {@code rules} say about a page, whether they fit it or not. */
  public static Ruling of(List<Rule> rules, Blocks blocks) {
    Document document = blocks.document();
    return of(rules, blocks, document == null ? null : new PageDom(document, blocks.outline()));
  }

  /** Returns the rules that fit the page, also those that miss. */
  public List<Rule> rules() {
    return readings.stream().map(Reading::rule).toList();
  }

  /** Returns the promises that were not kept, one a rule. */
  public List<Miss> misses() {
    List<Miss> misses = new ArrayList<>();
    for (Reading reading : readings) {
      Miss miss = reading.miss();
      if (miss != null) {
        misses.add(miss);
      }
    }
    return misses;
  }

  /** Returns the strongest rule that keeps its promises, or null. */
  public @Nullable Rule speaker() {
    for (Reading reading : readings) {
      if (reading.miss() == null) {
        return reading.rule();
      }
    }
    return null;
  }

  /** Returns whether a site's rule says which blocks are the article. */
  public boolean decidesContent() {
    Reading content = content();
    return content != null && !content.rule().isTheme() && content.knowsContent();
  }

  /** Returns the same without what the site's own rules say: the generic path, to compare with. */
  public Ruling withoutSites() {
    return new Ruling(readings.stream().filter(reading -> reading.rule().isTheme()).toList());
  }

  /** Returns the same, but that the site's own rules do not say where the article stands. */
  public Ruling withoutContent() {
    return new Ruling(readings, false);
  }

  /** Returns what each rule's field selectors find, also of rules that miss. */
  public List<Fields> fields() {
    return readings.stream().map(Reading::fields).toList();
  }

  /** Gives the verdicts of all rules. Does not change the page. */
  public void judge(BlockVerdicts verdicts) {
    Reading content = content();
    for (Reading reading : readings) {
      reading.judge(verdicts, reading == content);
    }
  }

  /** Keeps what a loose rule would keep and nobody was sure of; after the certain judges. */
  public void conclude(BlockVerdicts verdicts) {
    readings.forEach(reading -> reading.conclude(verdicts));
  }

  /**
   * Returns the one rule that says where the article stands: two ideas of that would leave nothing
   * of it.
   */
  private @Nullable Reading content() {
    for (Reading reading : readings) {
      boolean asked = confining || reading.rule().isTheme();
      if (asked && reading.miss() == null && reading.rule().has(RuleParser.Part.CONTENT)) {
        return reading;
      }
    }
    return null;
  }
}
