package org.coupure;

import java.util.function.Supplier;
import org.coupure.article.Reason;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.TextSegmenter;
import org.coupure.page.Content;
import org.coupure.page.Decoded;
import org.coupure.page.Head;
import org.coupure.page.Page;
import org.coupure.verdict.Classifier;
import org.coupure.verdict.Judge;
import org.coupure.verdict.LineModel;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A page with its parse, made by {@link Clipper#read} within that clipper's limits: what clipping,
 * learning, and looking for further pages share, so that a page is parsed once and the model looks
 * at it once. The parse is not changed by any of them and must not be changed. Needs much more
 * memory than the page; don't keep it long. To be used by one thread at a time.
 */
public final class ParsedPage {
  private final Page page;
  private final Content content;
  private final @Nullable Blocks blocks;
  private @Nullable LineModel lines;
  private @Nullable Blocks judged;
  private @Nullable Classifier classifier;
  private @Nullable Judge prediction;

  private ParsedPage(Page page, Content content, @Nullable Blocks blocks) {
    this.page = page;
    this.content = content;
    this.blocks = blocks;
  }

  static ParsedPage of(Page page, Content content) {
    if (content instanceof Content.Html html) {
      return new ParsedPage(page, content, HtmlSegmenter.segment(html.document()));
    }
    return content instanceof Content.PlainText text
        ? new ParsedPage(page, content, TextSegmenter.segment(text.decoded().text()))
        : new ParsedPage(page, content, null);
  }

  /**
   * Returns a page that can't be read; its clip says why.
   *
   * @param detail why, as a sentence for a person
   */
  public static ParsedPage unreadable(Page page, Reason reason, String detail) {
    return new ParsedPage(page, new Content.Unreadable(reason, detail), null);
  }

  /** Returns the page that was parsed. */
  public Page page() {
    return page;
  }

  /** Returns what kind of content the page's bytes are. */
  public Content content() {
    return content;
  }

  /** Returns the blocks of the page, or null when it can't be read. */
  public @Nullable Blocks blocks() {
    return blocks;
  }

  /**
   * Returns the blocks with what the model of lines says of them where the page is plain text; null
   * when the page can't be read. The model is asked once.
   */
  @Nullable Blocks judged(Supplier<LineModel> model) {
    if (blocks == null || !blocks.isPlainText()) {
      return blocks;
    }
    LineModel asked = model.get();
    Blocks made = judged;
    if (made == null || lines != asked) {
      made = asked.judge(blocks);
      judged = made;
      lines = asked;
    }
    return made;
  }

  /** Returns what the page's head says; {@link Head#NONE} when the page is not HTML. */
  public Head head() {
    return blocks == null ? Head.NONE : blocks.head();
  }

  /** Returns the parsed document of an HTML page, or null for other pages. */
  public @Nullable Document document() {
    return blocks == null ? null : blocks.document();
  }

  /** Returns how the page was decoded; null when it can't be read. */
  @Nullable Decoded decoded() {
    if (content instanceof Content.Html html) {
      return html.decoded();
    }
    return content instanceof Content.PlainText text ? text.decoded() : null;
  }

  /** Returns the prediction of {@code asked} for the page, which is computed once. */
  Judge prediction(Classifier asked, Blocks of, ClipListener listener) {
    Judge made = prediction;
    if (made == null || classifier != asked) {
      made = asked.predict(of);
      listener.predicted(page);
      prediction = made;
      classifier = asked;
    }
    return made;
  }
}
