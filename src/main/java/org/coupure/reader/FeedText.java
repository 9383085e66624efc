package org.coupure.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.coupure.page.ListedItem;
import org.coupure.page.Page;
import org.jsoup.nodes.Entities;

/** The text that a feed gives of a page, for pages that give none themselves. */
final class FeedText {
  /**
   * Reasons that do not count against the article: its text exists, but not in the page's bytes.
   */
  private static final Set<Reason> WITHOUT_TEXT =
      EnumSet.of(Reason.NO_TEXT, Reason.EMPTY_INPUT, Reason.NEEDS_SCRIPTS, Reason.STUB);

  private FeedText() {}

  /**
   * Returns the clip with the text of the feed, if the page has none and the feed has; else {@code
   * clip}. Text that a site refuses, sells or reserves is not taken from its feed.
   *
   * @param clipper makes a record of a page
   */
  static Clip over(Clip clip, Page page, Function<Page, Clip> clipper) {
    ListedItem item = page.listed();
    boolean missing = clip.outcome() == Outcome.EMPTY && WITHOUT_TEXT.contains(clip.reason());
    if (item == null || item.content() == null || !missing) {
      return clip;
    }
    String title = item.title() == null ? "" : Entities.escape(item.title());
    String html =
        "<!DOCTYPE html><html><head><title>"
            + title
            + "</title></head><body><article><h1>"
            + title
            + "</h1>"
            + item.content()
            + "</article></body></html>";
    Clip made = clipper.apply(page.withHtml(html.getBytes(UTF_8)));
    Article article = made.article();
    if (article == null || !made.hasText()) {
      return clip;
    }
    Article told =
        article.toBuilder().quality(article.quality().flagged(Quality.FEED_TEXT)).build();
    return new Clip(made.input(), made.outcome(), made.reason(), made.detail(), told);
  }
}
