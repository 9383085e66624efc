package org.coupure;

import java.util.List;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.metadata.SpareText;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The rungs below the judges, for pages that gave nearly nothing: a text from the page's structured
 * data or from the state its scripts left, else some text rather than none.
 *
 * @param path which rung spoke, as {@code quality.path} has it
 * @param ballot the verdicts on the text it gave
 */
record Fallback(String path, BlockVerdicts ballot) {
  /** Who gave more than that is not rescued; about 150 words. */
  private static final int ENOUGH_CHARS = 900;

  /** A spare text must have so many times the words of what was kept. */
  private static final int LARGER = 3;

  /** Whether the text of a state is the article is less sure than of a stated body. */
  private static final int LARGER_STATE = 5;

  /** Fewer words are no text, and a page may rightly have none. */
  private static final int LEAST_WORDS = 40;

  private static final String SOME_TEXT = "some-text";
  private static final int LEAST_BLOCK_WORDS = 10;
  private static final double MOST_LINKED = 0.4;

  /**
   * Returns the rescue of a page, or null when it needs none or there is none.
   *
   * @param judges those who are sure of what they say; they judge a spare text too
   */
  static @Nullable Fallback of(BlockVerdicts ballot, SpareText spare, List<Judge> judges) {
    List<Verdict> verdicts = ballot.result();
    int words = 0;
    int chars = 0;
    for (Block block : ballot.blocks().list()) {
      if (verdicts.get(block.index()).kept()) {
        chars += block.text().length();
        words += chars > ENOUGH_CHARS ? 0 : block.words();
      }
    }
    if (chars > ENOUGH_CHARS) {
      return null;
    }
    SpareText.Found found = spare.find(ballot.blocks());
    if (found != null && found.words() > words * larger(found)) {
      return spare(found, judges);
    }
    return words == 0 ? someText(ballot.blocks(), verdicts) : null;
  }

  /** Returns whether the text stood beside the page's elements. */
  boolean isSpare() {
    return !path.equals(SOME_TEXT);
  }

  /** Returns the F1 that is expected of the text: chosen by rung, not measured. */
  double expectedF1() {
    return switch (path) {
      case SOME_TEXT -> 0.5;
      case "structured-data" -> 0.9;
      default -> 0.75;
    };
  }

  private static int larger(SpareText.Found found) {
    return found.from().equals("structured-data") ? LARGER : LARGER_STATE;
  }

  private static Fallback spare(SpareText.Found found, List<Judge> judges) {
    Blocks blocks = HtmlSegmenter.segment(Jsoup.parse(html(found.parts())));
    BlockVerdicts ballot = new BlockVerdicts(blocks);
    judges.forEach(judge -> judge.judge(ballot));
    for (Block block : blocks.list()) {
      ballot.keep(block.index(), Decider.FALLBACK, found.from() + ": " + found.where());
    }
    return new Fallback(found.from(), ballot);
  }

  private static String html(List<String> parts) {
    StringBuilder html = new StringBuilder();
    for (String part : parts) {
      String text = part.contains("&lt;p") ? Parser.unescapeEntities(part, false) : part;
      if (text.indexOf('<') >= 0) {
        html.append("<div>").append(text).append("</div>");
        continue;
      }
      for (String line : text.split("\\n|\\r", -1)) {
        String plain = Parser.unescapeEntities(line, false);
        html.append("<p>").append(Entities.escape(plain)).append("</p>");
      }
    }
    return html.toString();
  }

  private static @Nullable Fallback someText(Blocks blocks, List<Verdict> verdicts) {
    BlockVerdicts ballot = new BlockVerdicts(blocks);
    int words = 0;
    for (Block block : blocks.list()) {
      Verdict verdict = verdicts.get(block.index());
      int count = block.words();
      boolean prose =
          verdict.decider() == Decider.CLASSIFIER
              && count >= LEAST_BLOCK_WORDS
              && block.hidden() == 0
              && block.linkDensity() < MOST_LINKED;
      if (prose) {
        words += count;
        ballot.keep(block.index(), Decider.FALLBACK, "some text rather than none");
      }
      ballot.drop(block.index(), verdict.decider(), verdict.why());
    }
    return words >= LEAST_WORDS ? new Fallback(SOME_TEXT, ballot) : null;
  }
}
