package org.coupure;

import java.util.List;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.metadata.EmbeddedText;
import org.coupure.rules.JsonText;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A text for a page whose verdicts keep nearly nothing: from the page's structured data, from the
 * state that its scripts left, or else from blocks that were dropped.
 *
 * @param rung which text it is
 * @param verdicts the verdicts on that text
 */
record Fallback(Rung rung, BlockVerdicts verdicts) {
  /** A page with more characters than this needs no other text; about 150 words. */
  private static final int ENOUGH_CHARS = 900;

  /** Fewer words are not taken as a text; a page may rightly have none. */
  private static final int LEAST_WORDS = 40;

  private static final int LEAST_BLOCK_WORDS = 10;
  private static final double MOST_LINKED = 0.4;

  /** What a fallback is made of, in the order in which they are tried. */
  enum Rung {
    /** The site's rule says where in the page's JSON the text stands. */
    RULE("rule", 0, 0.95),
    STRUCTURED_DATA("structured-data", 3, 0.9),
    /** The longest prose of a script state is less surely the article than a stated body. */
    PRELOADED_STATE("preloaded-state", 5, 0.75),
    /** Blocks of the page that the classifier left out. */
    SOME_TEXT("some-text", 0, 0.5);

    private final String path;
    private final int larger;
    private final double expectedF1;

    /**
     * @param path as {@code quality.path} has it
     * @param larger how many times as many words as were kept the text must have
     * @param expectedF1 the F1 that is expected of the text: chosen, not measured
     */
    Rung(String path, int larger, double expectedF1) {
      this.path = path;
      this.larger = larger;
      this.expectedF1 = expectedF1;
    }

    String path() {
      return path;
    }

    double expectedF1() {
      return expectedF1;
    }

    private static Rung of(EmbeddedText.Origin origin) {
      return switch (origin) {
        case STRUCTURED_DATA -> STRUCTURED_DATA;
        case PRELOADED_STATE -> PRELOADED_STATE;
      };
    }
  }

  /**
   * Returns the text for a page, or null when it needs none or there is none.
   *
   * @param page the verdicts on the page itself, one on every block
   * @param judges the judges that are certain; they judge a fallback's text too
   */
  static @Nullable Fallback of(BlockVerdicts page, EmbeddedText spare, List<Judge> judges) {
    int chars = 0;
    for (Block block : page.blocks().list()) {
      chars += page.isKept(block.index()) ? block.text().length() : 0;
    }
    if (chars > ENOUGH_CHARS) {
      return null;
    }
    EmbeddedText.Found found = spare.find(page.blocks());
    if (found != null && found.words() > page.keptWords() * Rung.of(found.from()).larger) {
      return spare(Rung.of(found.from()), found.parts(), found.where(), judges);
    }
    return page.keptWords() == 0 ? someText(page) : null;
  }

  /** Returns the text that the site's rule found in the page's JSON. */
  static Fallback of(JsonText text, List<Judge> judges) {
    return spare(Rung.RULE, text.parts(), text.where(), judges);
  }

  /** Returns whether the text stood outside the page's elements. */
  boolean isSpare() {
    return rung != Rung.SOME_TEXT;
  }

  private static Fallback spare(Rung rung, List<String> parts, String where, List<Judge> judges) {
    Blocks blocks = HtmlSegmenter.segment(Jsoup.parse(html(parts)));
    BlockVerdicts verdicts = new BlockVerdicts(blocks);
    judges.forEach(judge -> judge.judge(verdicts));
    for (Block block : blocks.list()) {
      verdicts.keep(block.index(), Decider.FALLBACK, rung.path + ": " + where);
    }
    return new Fallback(rung, verdicts);
  }

  /**
   * Returns the parts as one page. Structured data and script states hold texts as HTML, as escaped
   * HTML or as plain text. HTML must be parsed in any case, so plain lines are made paragraphs of
   * HTML, and one segmenter cuts all three into the same blocks.
   */
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

  private static @Nullable Fallback someText(BlockVerdicts page) {
    BlockVerdicts verdicts = new BlockVerdicts(page.blocks());
    List<Verdict> before = page.result();
    for (Block block : page.blocks().list()) {
      Verdict verdict = before.get(block.index());
      boolean prose =
          verdict.decider() == Decider.CLASSIFIER
              && block.words() >= LEAST_BLOCK_WORDS
              && block.hidden() == 0
              && block.linkDensity() < MOST_LINKED;
      if (prose) {
        verdicts.keep(block.index(), Decider.FALLBACK, "some text rather than none");
      }
      verdicts.drop(block.index(), verdict.decider(), verdict.why());
    }
    return verdicts.keptWords() >= LEAST_WORDS ? new Fallback(Rung.SOME_TEXT, verdicts) : null;
  }
}
