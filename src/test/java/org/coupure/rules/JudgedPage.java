package org.coupure.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Verdict;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page after the rules that fit it have spoken, for asking what became of its blocks. */
final class JudgedPage {
  static final String URL = "https://www.example.org/2026/story";

  private final Document document;
  private final Blocks blocks;
  private final AppliedRules ruling;
  private final BlockVerdicts verdicts;

  JudgedPage(RuleBook book, String url, String html) {
    this(book, url, null, html);
  }

  JudgedPage(RuleBook book, String url, Instant captured, String html) {
    document = Jsoup.parse(html);
    blocks = HtmlSegmenter.segment(document);
    ruling = book.rule(url, captured, blocks);
    verdicts = new BlockVerdicts(blocks);
    ruling.judge(verdicts);
  }

  List<String> rules() {
    return ruling.rules().stream().map(Rule::name).toList();
  }

  RuleFields fields() {
    return ruling.fields().get(0);
  }

  /** Returns the promises that were not kept, as {@code rule: what}. */
  List<String> misses() {
    return ruling.misses().stream().map(miss -> miss.rule() + ": " + miss.what()).toList();
  }

  Rule rule() {
    return ruling.rules().get(0);
  }

  /** Returns the texts that nobody dropped, as rules have changed them. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Block block : blocks.list()) {
      Verdict verdict = verdicts.verdict(block.index());
      if (verdict == null || verdict.kept()) {
        texts.add(verdicts.text(block.index()));
      }
    }
    return texts;
  }

  /** Lets loose rules keep what nobody has dropped so far, after {@code certain} have spoken. */
  JudgedPage concluded(Judge... certain) {
    for (Judge judge : certain) {
      judge.judge(verdicts);
    }
    ruling.conclude(verdicts);
    return this;
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
      Verdict verdict = verdicts.verdict(block.index());
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
        Verdict verdict = verdicts.verdict(block.index());
        return verdict == null
            ? "open"
            : (verdict.kept() ? "keep " : "drop ") + verdict.decider() + " " + verdict.why();
      }
    }
    throw new AssertionError("no block begins with " + beginning);
  }
}
