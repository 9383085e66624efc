package org.coupure.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.SubjectMatch;
import org.coupure.discover.Filter;
import org.coupure.query.IndexedArticle;
import org.coupure.query.QueryMatch;
import org.jspecify.annotations.Nullable;

/**
 * A topic that the user follows, defined by a query. An article may belong to any number of
 * subjects. Immutable and thread-safe.
 *
 * @param name what records, outputs and reports call it; unique
 * @param sources the names of the sources whose articles are asked; empty for all
 * @param filter the query, the languages and the limit of age
 * @param maxAge nothing older, or null for any age; stands beside the filter's own limit
 */
public record Subject(String name, Set<String> sources, Filter filter, @Nullable Duration maxAge) {
  public Subject {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(filter, "filter");
    sources = Set.copyOf(sources);
  }

  /**
   * Returns the words that make an article one of this subject, or empty when it is none.
   *
   * @param words the words of {@code article}
   * @param listing the sources that list it; when there are none, they are not asked for
   */
  Optional<SubjectMatch> match(
      Article article, IndexedArticle words, Collection<String> listing, Instant now) {
    boolean listed =
        sources.isEmpty() || listing.isEmpty() || listing.stream().anyMatch(sources::contains);
    if (!listed || Source.limited(filter, maxAge, now).refusal(article, words).isPresent()) {
      return Optional.empty();
    }
    if (filter.query() == null) {
      return Optional.of(new SubjectMatch(name, List.of(), List.of()));
    }
    return filter.query().match(words).map(this::match);
  }

  private SubjectMatch match(QueryMatch match) {
    return new SubjectMatch(name, match.title(), match.text());
  }
}
