package org.coupure.watch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Moment;
import org.coupure.duplicate.NearDuplicates;
import org.coupure.duplicate.Stories;
import org.jspecify.annotations.Nullable;

/**
 * Which records have nearly one text, and which tell of one event, among those of the last days.
 * Used by one thread, within transactions of the state.
 */
final class TextClusters {
  /** Who prints an agency's story does so within days. */
  private static final Duration WINDOW = Duration.ofDays(7);

  /** How often what is too old is forgotten. */
  private static final Duration FORGETTING = Duration.ofHours(1);

  private final NearDuplicates near;
  private final Stories stories;
  private Instant forgotten = Instant.EPOCH;

  private TextClusters(NearDuplicates near, Stories stories) {
    this.near = near;
    this.stories = stories;
  }

  static TextClusters open(State state, Instant now) throws IOException {
    TextClusters clusters =
        new TextClusters(NearDuplicates.in(state.texts()), Stories.in(state.texts()));
    state.commit(() -> clusters.forget(now));
    return clusters;
  }

  private void forget(Instant now) {
    near.forget(now.minus(WINDOW));
    stories.forget(now);
    forgotten = now;
  }

  /**
   * What a record is told to belong to.
   *
   * @param cluster the id of the first of its near duplicates
   * @param story the id of the first record of the event that it tells of
   */
  record Told(String cluster, String story) {}

  /**
   * Returns what a record belongs to, and remembers its text.
   *
   * @param first the id of a record with the very same text, however old, or null
   */
  Told tell(Article article, @Nullable String first, Instant now) {
    String own = first == null ? article.id() : first;
    if (article.duplicate().textHash() == null || !NearDuplicates.compares(article)) {
      return new Told(own, own);
    }
    if (Duration.between(forgotten, now).compareTo(FORGETTING) > 0) {
      forget(now);
    }
    String title = Objects.requireNonNullElse(article.headline().title(), "");
    return new Told(
        near.add(own, article.text(), now),
        stories.add(own, title, article.text(), published(article, now)));
  }

  /** Old articles that are found today tell of other events than today's. */
  private static Instant published(Article article, Instant now) {
    Moment published = article.dates().published();
    Instant stated = published == null ? now : published.time().toInstant(published.offset());
    return stated.isAfter(now) ? now : stated;
  }
}
