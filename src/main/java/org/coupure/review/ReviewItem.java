package org.coupure.review;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.coupure.article.Article;
import org.coupure.article.Duplicate;
import org.coupure.page.Url;
import org.coupure.query.QueryMatch;
import org.coupure.query.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * What a review shows of an article. Immutable.
 *
 * @param headline the title with the words marked that were asked for
 * @param lead the first sentences, or the part of the text that has those words
 * @param source who published it, when and where
 * @param language a BCP 47 tag, or null
 * @param image the URL of its first picture, or null
 * @param keys what it has in common with others of the same story; its id is among them
 */
record ReviewItem(
    Snippet headline,
    Snippet lead,
    ArticleSource source,
    @Nullable String language,
    @Nullable String image,
    Set<String> keys) {
  /** About four lines of print. */
  private static final int LEAD = 320;

  private static final QueryMatch NONE = new QueryMatch(List.of(), List.of());

  static ReviewItem of(Article article, @Nullable QueryMatch found, ZoneId zone) {
    QueryMatch match = found == null ? NONE : found;
    String title = article.headline().titleForPeople();
    String text = article.text();
    Snippet lead =
        match.text().isEmpty()
            ? FirstSentences.of(text, article.language(), LEAD)
            : Snippet.of(text, match.text(), LEAD);
    String image = article.images().isEmpty() ? null : article.images().get(0).url();
    return new ReviewItem(
        Snippet.all(title, article.headline().title() == null ? List.of() : match.title()),
        lead,
        ArticleSource.of(article, zone),
        article.language(),
        image != null && Url.isHttp(image) ? image : null,
        keys(article));
  }

  private static Set<String> keys(Article article) {
    Duplicate duplicate = article.duplicate();
    Set<String> keys = new TreeSet<>();
    keys.add(article.id());
    for (String key : new String[] {duplicate.of(), duplicate.cluster()}) {
      if (key != null) {
        keys.add(key);
      }
    }
    if (duplicate.story() != null) {
      keys.add("story " + duplicate.story());
    }
    if (duplicate.textHash() != null) {
      keys.add("text " + duplicate.textHash());
    }
    return keys;
  }

  /** Returns whether it is written from right to left: as the first letter of the headline is. */
  boolean isRightToLeft() {
    String text = headline + " " + lead;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      switch (Character.getDirectionality(text.codePointAt(i))) {
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return true;
        }
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Returns whether {@code other} has the same headline, apart from case and spaces. */
  boolean hasHeadlineOf(ReviewItem other) {
    return plain(this).equals(plain(other));
  }

  private static String plain(ReviewItem item) {
    return item.headline
        .toString()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{P}]+", " ")
        .strip();
  }
}
