package org.coupure.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.verdict.BlockVerdicts;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the rules that fit one page say about it, strongest first. A rule that does not find what it
 * promised is silent about the blocks, so that the others and the generic path decide; the fields
 * that it found still count. Not thread-safe; lives as long as one clip.
 */
public final class AppliedRules {
  private final List<AppliedRule> readings;
  private final boolean confining;

  private AppliedRules(List<AppliedRule> readings) {
    this(readings, true);
  }

  private AppliedRules(List<AppliedRule> readings, boolean confining) {
    this.readings = List.copyOf(readings);
    this.confining = confining;
  }

  /** Returns what {@code rules} say about a page; nothing about plain text. */
  static AppliedRules of(List<Rule> rules, Blocks blocks, @Nullable PageDom page) {
    List<AppliedRule> readings = new ArrayList<>();
    if (page != null) {
      rules.forEach(rule -> readings.add(new AppliedRule(rule, blocks, page)));
    }
    return new AppliedRules(readings);
  }

  /** Returns what {@code rules} say about a page, whether they fit it or not. */
  public static AppliedRules of(List<Rule> rules, Blocks blocks) {
    Document document = blocks.document();
    return of(rules, blocks, document == null ? null : new PageDom(document, blocks.outline()));
  }

  /** Returns the rules that fit the page, also those that miss. */
  public List<Rule> rules() {
    return readings.stream().map(AppliedRule::rule).toList();
  }

  /** Returns the promises that were not kept, one a rule. */
  public List<BrokenExpectation> misses() {
    List<BrokenExpectation> misses = new ArrayList<>();
    for (AppliedRule reading : readings) {
      BrokenExpectation miss = reading.miss();
      if (miss != null) {
        misses.add(miss);
      }
    }
    return misses;
  }

  /** Returns the strongest rule that keeps its promises, or null. */
  public @Nullable Rule speaker() {
    for (AppliedRule reading : readings) {
      if (reading.miss() == null) {
        return reading.rule();
      }
    }
    return null;
  }

  /** Returns whether a site's rule says which blocks are the article. */
  public boolean decidesContent() {
    AppliedRule content = content();
    return content != null
        && !content.rule().isTheme()
        && content.knowsContent()
        && content.json() == null;
  }

  /** Returns the text that a rule found in the page's JSON, or null. */
  public @Nullable JsonText json() {
    AppliedRule content = content();
    return content == null ? null : content.json();
  }

  /** Returns the rule and mark by which the page is said to be no article, or null. */
  public @Nullable String notArticle() {
    for (AppliedRule reading : readings) {
      String mark = reading.rule().mistake() == null ? reading.notArticle() : null;
      if (mark != null) {
        return "rule " + reading.rule().name() + " says that the page is no article (" + mark + ")";
      }
    }
    return null;
  }

  /** Returns the blocks in the order of the rule's containers, if it asks for that. */
  public List<Block> inOrder(List<Block> blocks) {
    AppliedRule content = content();
    return content == null || !content.rule().isInRuleOrder()
        ? blocks
        : blocks.stream().sorted(Comparator.comparingInt(content::place)).toList();
  }

  /** Returns whether the rule that says so takes all in its content for text. */
  public boolean isStrict() {
    AppliedRule content = content();
    return content != null && !content.rule().leavesContentOpen();
  }

  /** Returns the same without what the site's own rules say: the generic path, to compare with. */
  public AppliedRules withoutSites() {
    return new AppliedRules(readings.stream().filter(reading -> reading.rule().isTheme()).toList());
  }

  /** Returns the same, but that the site's own rules do not say where the article stands. */
  public AppliedRules withoutContent() {
    return new AppliedRules(readings, false);
  }

  /** Returns what each rule's field selectors find, also of rules that miss. */
  public List<RuleFields> fields() {
    return readings.stream().map(AppliedRule::fields).toList();
  }

  /** Gives the verdicts of all rules. Does not change the page. */
  public void judge(BlockVerdicts verdicts) {
    AppliedRule content = content();
    for (AppliedRule reading : readings) {
      reading.judge(verdicts, reading == content);
    }
  }

  /**
   * Keeps the blocks inside a loose rule's content that have no verdict; called after the certain
   * judges.
   */
  public void conclude(BlockVerdicts verdicts) {
    readings.forEach(reading -> reading.conclude(verdicts));
  }

  /**
   * Returns the one rule that says where the article stands: two ideas of that would leave nothing
   * of it.
   */
  private @Nullable AppliedRule content() {
    for (AppliedRule reading : readings) {
      boolean asked = confining || reading.rule().isTheme();
      if (asked && reading.miss() == null && reading.rule().has(RulePart.CONTENT)) {
        return reading;
      }
    }
    return null;
  }
}
