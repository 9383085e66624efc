package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Verdict;
import org.coupure.block.Ballot;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page after the rules that fit it have spoken, for asking what became of its blocks. */
final class JudgedPage {
  static final String URL = "https://www.example.org/2026/story";

  private final Document document;
  private final Blocks blocks;
  private final List<Rule> rules;
  private final Ballot ballot;

  JudgedPage(RuleBook book, String url, String html) {
    document = Jsoup.parse(html);
    blocks = HtmlSegmenter.segment(document);
    rules = book.match(url, null, blocks);
    ballot = new Ballot(blocks);
    rules.forEach(rule -> rule.judge(ballot));
  }

  List<String> rules() {
    return rules.stream().map(Rule::name).toList();
  }

  Fields fields() {
    return rules.get(0).fields(document);
  }

  String html() {
    return document.outerHtml();
  }

  /** Returns the texts that nobody dropped. */
  List<String> left() {
    return texts(false);
  }

  List<String> dropped() {
    return texts(true);
  }

  private List<String> texts(boolean dropped) {
    List<String> texts = new ArrayList<>();
    for (Block block : blocks.list()) {
      Verdict verdict = ballot.verdict(block.index());
      if (dropped == (verdict != null && !verdict.kept())) {
        texts.add(block.text());
      }
    }
    return texts;
  }

  /** Returns the verdict on the block that begins so, as {@code DECIDER why}, or {@code open}. */
  String verdictOn(String beginning) {
    for (Block block : blocks.list()) {
      if (block.text().startsWith(beginning)) {
        Verdict verdict = ballot.verdict(block.index());
        return verdict == null
            ? "open"
            : (verdict.kept() ? "keep " : "drop ") + verdict.decider() + " " + verdict.why();
      }
    }
    throw new AssertionError("no block begins with " + beginning);
  }
}
