package org.coupure.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.article.Byline;
import org.coupure.article.Dates;
import org.coupure.article.Duplicate;
import org.coupure.article.Passage;
import org.coupure.article.Quality;
import org.coupure.text.Fingerprint;
import org.coupure.text.Tokens;

/** Makes one article of what several pages gave. */
final class Joined {
  private Joined() {}

  /**
   * Returns the first page's article with the text of all; a passage that stands on several pages,
   * such as the standfirst, is kept once.
   */
  static Article of(List<Article> pages) {
    Article first = pages.get(0);
    if (pages.size() == 1) {
      return first;
    }
    Set<String> seen = new HashSet<>();
    List<Passage> body = new ArrayList<>(first.body());
    first.body().forEach(passage -> seen.add(passage.text()));
    for (Article page : pages.subList(1, pages.size())) {
      for (Passage passage : page.body()) {
        if (seen.add(passage.text())) {
          body.add(passage);
        }
      }
    }
    Article whole = first.toBuilder().body(body).build();
    String text = whole.text();
    Fingerprint print = Fingerprint.of(text);
    Quality quality = first.quality();
    return whole.toBuilder()
        .quality(
            new Quality(
                quality.confidence(),
                quality.exact(),
                Tokens.count(text),
                quality.path(),
                quality.flagged(Quality.JOINED_PAGES).flags()))
        .duplicate(new Duplicate(print.textHash(), print.simhash(), null, null))
        .build();
  }

  /** Returns the same of the first pages of an article that has more. */
  static Article incomplete(List<Article> pages) {
    Article joined = of(pages);
    return joined.toBuilder().quality(joined.quality().flagged(Quality.PAGES_MISSING)).build();
  }

  /**
   * Returns the first page's article with the text of its print page. Fields are the first page's,
   * for print pages leave out most of them; what it has not may be the print page's.
   */
  static Article printed(Article first, Article print) {
    Quality quality = print.quality();
    List<String> flags =
        Stream.concat(first.quality().flags().stream(), quality.flags().stream()).toList();
    return first.toBuilder()
        .pageKind(print.pageKind())
        .headline(first.headline().title() == null ? print.headline() : first.headline())
        .byline(first.byline().equals(Byline.NONE) ? print.byline() : first.byline())
        .dates(first.dates().published() == null ? dates(first, print) : first.dates())
        .language(print.language())
        .body(print.body())
        .quality(
            new Quality(
                    quality.confidence(), quality.exact(), quality.words(), quality.path(), flags)
                .flagged(Quality.PRINT_PAGE))
        .duplicate(print.duplicate())
        .explanation(print.explanation())
        .build();
  }

  private static Dates dates(Article first, Article print) {
    return new Dates(print.dates().published(), print.dates().modified(), first.dates().captured());
  }
}
