package org.coupure.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.article.Duplicate;
import org.coupure.article.Passage;
import org.coupure.article.Quality;
import org.coupure.text.Fingerprint;
import org.coupure.text.Tokens;

/** Makes one article of several pages, and changed copies of articles. */
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
    Quality quality = first.quality();
    return flagged(whole, "joined-pages").toBuilder()
        .quality(
            new Quality(
                quality.confidence(),
                Tokens.count(text),
                quality.path(),
                flags(quality, "joined-pages")))
        .duplicate(new Duplicate(Fingerprint.textHash(text), Fingerprint.simhash(text), null, null))
        .build();
  }

  static Article flagged(Article article, String flag) {
    Quality quality = article.quality();
    return article.toBuilder()
        .quality(
            new Quality(
                quality.confidence(), quality.words(), quality.path(), flags(quality, flag)))
        .build();
  }

  private static List<String> flags(Quality quality, String more) {
    return Stream.concat(quality.flags().stream(), Stream.of(more)).toList();
  }

  /** Returns the article with the id of the first record of its text. */
  static Article copyOf(Article article, String id) {
    Duplicate own = article.duplicate();
    return article.toBuilder()
        .duplicate(new Duplicate(own.textHash(), own.simhash(), id, own.cluster()))
        .build();
  }

  /** Returns the article under another id. */
  static Article renamed(Article article, String id) {
    return Article.builder(id, article.provenance())
        .pageKind(article.pageKind())
        .headline(article.headline())
        .byline(article.byline())
        .dates(article.dates())
        .place(article.place())
        .language(article.language())
        .tags(article.tags())
        .body(article.body())
        .images(article.images())
        .access(article.access())
        .rights(article.rights())
        .quality(article.quality())
        .duplicate(article.duplicate())
        .explanation(article.explanation())
        .build();
  }
}
