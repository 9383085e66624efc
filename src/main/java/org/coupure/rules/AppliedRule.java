package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Reason;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.rules.Coverage.Hit;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.verdict.BlockVerdicts;
import org.jspecify.annotations.Nullable;

/**
 * One rule on one page: what it finds there, whether it keeps its promises, and what it says about
 * the blocks. Not thread-safe; lives as long as one clip.
 */
final class AppliedRule {
  /**
   * Words that `content` must hold to be believed, unless the rule expects another number. A lead
   * box, a card of a related article or an empty container that bears the class of the real one
   * holds fewer; the shortest news items of the development sets hold more.
   */
  static final int LEAST_WORDS = 25;

  /** Words of the longest form whose text is labels and messages: a name, two sentences, terms. */
  private static final int FORM_WORDS = 60;

  private final Rule rule;
  private final Blocks blocks;
  private final FieldReader fields;
  private final Coverage claimed;
  private final Removed removed;
  private final int least;
  private final @Nullable JsonText json;
  private final boolean believed;
  private final @Nullable BrokenExpectation miss;

  AppliedRule(Rule rule, Blocks blocks, PageDom page) {
    this.rule = rule;
    this.blocks = blocks;
    this.fields = new FieldReader(rule, page);
    this.claimed = Coverage.of(rule.selectors(RulePart.CONTENT), page);
    this.removed = Removed.of(rule, blocks, page, claimed);
    int expected = rule.expectation().words();
    this.least = expected > 0 ? expected : LEAST_WORDS;
    this.json = JsonText.of(rule, page, least);
    this.believed = json != null || (!claimed.isEmpty() && words(true, true, least) >= least);
    this.miss = miss(page);
  }

  Rule rule() {
    return rule;
  }

  /** Returns the promise that the rule does not keep on this page, or null when it keeps all. */
  @Nullable BrokenExpectation miss() {
    return miss;
  }

  RuleFields fields() {
    return fields.fields();
  }

  /** Returns whether the rule has found where the article stands. */
  boolean knowsContent() {
    return miss == null && believed;
  }

  /** Returns the text that its content finds in the page's JSON, or null. */
  @Nullable JsonText json() {
    return miss == null ? json : null;
  }

  /** Returns the mark by which the rule says that the page is no article, or null. */
  @Nullable String notArticle() {
    for (Removal mark : rule.notArticle()) {
      boolean shown =
          mark instanceof Removal.Elements elements
              ? !elements.selector().elements(fields.page()).isEmpty()
              : mark instanceof Removal.Texts texts
                  && blocks.list().stream().anyMatch(b -> texts.pattern().fits(b.text()));
      if (shown) {
        return mark.where();
      }
    }
    return null;
  }

  /**
   * Returns the place in the rule of the container that a block lies in; after all containers when
   * it lies in none.
   */
  int place(Block block) {
    Hit hit = claimed.around(block);
    List<Selector> containers = rule.selectors(RulePart.CONTENT);
    for (int i = 0; hit != null && i < containers.size(); i++) {
      Selector container = containers.get(i);
      boolean found =
          container instanceof FirstOf first
              ? first.alternatives().contains(hit.selector())
              : container.equals(hit.selector());
      if (found) {
        return i;
      }
    }
    return containers.size();
  }

  private @Nullable BrokenExpectation miss(PageDom page) {
    String mistake = rule.mistake();
    if (mistake != null) {
      String what = "has a mistake, so that nothing of it counts: " + mistake;
      return new BrokenExpectation(rule.name(), what, Reason.RULE_MISTAKE);
    }
    String broken = broken(page);
    return broken == null ? null : new BrokenExpectation(rule.name(), broken);
  }

  private @Nullable String broken(PageDom page) {
    Expectation promised = rule.expectation();
    boolean owesContent =
        rule.has(RulePart.CONTENT)
            && (!rule.isTheme()
                || promised.words() > 0
                || promised.found().contains(RulePart.CONTENT));
    if (owesContent && !believed) {
      return contentMiss();
    }
    if (!rule.has(RulePart.CONTENT) && removesAll()) {
      return "`remove` leaves " + counted(words(false, true, LEAST_WORDS)) + " of the page";
    }
    for (RulePart part : promised.found()) {
      if (part != RulePart.CONTENT && !fields.finds(part)) {
        return "`" + part.key() + "` found nothing";
      }
    }
    for (Selector selector : promised.elements()) {
      if (selector.elements(page).isEmpty()) {
        return "`expect` wants what is not there, " + selector.where();
      }
    }
    return null;
  }

  private String contentMiss() {
    if (claimed.isEmpty()) {
      return "`content` found nothing";
    }
    int held = words(true, false, least);
    String wanted = ", and " + least + " are expected";
    return held < least
        ? "`content` holds " + counted(held) + wanted
        : "`remove` leaves " + counted(words(true, true, least)) + " of `content`" + wanted;
  }

  private static String counted(int words) {
    return words == 1 ? "1 word" : words + " words";
  }

  private boolean removesAll() {
    return removed.any()
        && words(false, true, LEAST_WORDS) < LEAST_WORDS
        && words(false, false, LEAST_WORDS) >= LEAST_WORDS;
  }

  /** Returns the words of the page, not counting on when there are {@code enough} of them. */
  private int words(boolean inContent, boolean left, int enough) {
    int words = 0;
    List<Block> list = blocks.list();
    for (int i = 0; i < list.size() && words < enough; i++) {
      boolean in = !inContent || claimed.around(list.get(i)) != null;
      words += in && !(left && removed.why(i) != null) ? list.get(i).words() : 0;
    }
    return words;
  }

  /**
   * Drops what the rule removes, keeps what it keeps, and drops what lies outside of its content.
   * Blocks inside are left to the later judges unless the rule is strict: its author knows the
   * container but not everything that the site puts into it. A rule that misses says nothing.
   *
   * @param withContent whether this rule has the say about what the content is
   */
  void judge(BlockVerdicts verdicts, boolean withContent) {
    if (miss != null) {
      return;
    }
    drop(verdicts);
    if (!rule.isLoose()) {
      keep(verdicts);
    }
    edit(verdicts);
    if (withContent && believed && json == null) {
      confine(verdicts);
    }
  }

  /** Keeps what a loose rule keeps, which those who are sure of more have judged by now. */
  void conclude(BlockVerdicts verdicts) {
    if (miss == null && rule.isLoose()) {
      keep(verdicts);
    }
  }

  private void drop(BlockVerdicts verdicts) {
    for (int i = 0; i < blocks.list().size() && removed.any(); i++) {
      String why = removed.why(i);
      if (why != null) {
        verdicts.drop(i, decider(), why);
      }
    }
    for (LineCut cut : removed.cuts()) {
      retext(verdicts, cut.block(), cut.apply(verdicts.text(cut.block())), cut.where());
    }
    for (PhraseBook phrases : rule.phrases()) {
      for (Block block : blocks.list()) {
        Phrase phrase = phrases.match(block.text());
        if (phrase != null) {
          verdicts.drop(block.index(), decider(), "phrase " + phrase.where());
        }
      }
    }
  }

  private void keep(BlockVerdicts verdicts) {
    if (rule.keep().isEmpty()) {
      return;
    }
    List<Selector> selectors = new ArrayList<>();
    for (Removal kept : rule.keep()) {
      if (kept instanceof Removal.Elements elements) {
        selectors.add(elements.selector());
      }
    }
    Coverage coverage = Coverage.of(selectors, fields.page());
    for (Block block : blocks.list()) {
      Hit hit = coverage.over(block);
      String why = hit == null ? keptText(block) : hit.where();
      if (why != null) {
        verdicts.keep(block.index(), decider(), why);
      }
    }
  }

  private @Nullable String keptText(Block block) {
    for (Removal kept : rule.keep()) {
      if (kept instanceof Removal.Texts texts && texts.pattern().fits(block.text())) {
        return texts.where();
      }
    }
    return null;
  }

  private void edit(BlockVerdicts verdicts) {
    for (TextEdit edit : rule.edits()) {
      for (Block block : blocks.list()) {
        String after = edit.apply(verdicts.text(block.index()));
        retext(verdicts, block.index(), after, edit.where());
      }
    }
  }

  /** Gives a block another text, or drops it when nothing is left. */
  private void retext(BlockVerdicts verdicts, int block, String after, String where) {
    if (after.isEmpty()) {
      verdicts.drop(block, decider(), where);
    } else if (!after.equals(verdicts.text(block))) {
      verdicts.retext(block, after);
    }
  }

  private void confine(BlockVerdicts verdicts) {
    String outside = "outside of content, " + rule.selectors(RulePart.CONTENT).get(0).where();
    for (Block block : blocks.list()) {
      Hit hit = claimed.around(block);
      if (hit == null) {
        verdicts.drop(block.index(), decider(), outside);
      } else if (!rule.leavesContentOpen()) {
        verdicts.keep(block.index(), decider(), hit.where());
      } else if (!rule.isTheme() && isInSmallForm(block)) {
        verdicts.drop(block.index(), decider(), "form inside of content, " + hit.where());
      }
    }
  }

  /** Returns whether a form of few words is around a block; boards put whole threads into one. */
  private boolean isInSmallForm(Block block) {
    Outline outline = blocks.outline();
    int up = block.row();
    while (up >= 0 && !outline.element(up).normalName().equals("form")) {
      up = outline.parent(up);
    }
    int words = 0;
    for (int i = up < 0 ? 0 : outline.firstBlock(up); up >= 0 && i < outline.endBlock(up); i++) {
      words += blocks.list().get(i).words();
    }
    return up >= 0 && words <= FORM_WORDS;
  }

  private Decider decider() {
    return rule.isTheme() ? Decider.THEME : Decider.RULE;
  }
}
