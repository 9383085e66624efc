package org.coupure.cli;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.discover.Filter;
import org.coupure.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Selects the articles to write by their text, date and language: the filter of a source, as
 * command-line options. Immutable.
 *
 * @param filter all conditions except the last one
 * @param until articles published from then on are left out, or null; articles without a date pass
 */
record ArticleFilter(Filter filter, @Nullable Instant until) {
  static void addTo(Options options) {
    options
        .addOption(
            OptionValues.option(
                null, "query", "QUERY", "write only what this finds; see coupure help search"))
        .addOption(TimeOption.since())
        .addOption(TimeOption.until())
        .addOption(
            OptionValues.option(
                null, "language", "LIST", "write only these languages, such as fr,en"));
  }

  static ArticleFilter of(CommandLine words) throws UsageException {
    ZonedDateTime now = TimeOption.now();
    String languages = words.getOptionValue("language", "");
    Query query =
        words.hasOption("query") ? StoreOptions.query(words.getOptionValue("query"), false) : null;
    return new ArticleFilter(
        new Filter(
            List.of(),
            List.of(),
            languages.isBlank() ? List.of() : List.of(languages.strip().split("\\s*,\\s*", -1)),
            TimeOption.since(words, now),
            query),
        TimeOption.until(words, now));
  }

  /** Returns whether a clip is written; one without text can't be tested and passes. */
  boolean admits(Clip clip) {
    Article article = clip.article();
    return article == null
        || !clip.hasText()
        || (filter.refusal(article).isEmpty() && !isTooNew(article));
  }

  private boolean isTooNew(Article article) {
    Moment published = article.dates().published();
    return until != null
        && published != null
        && !published.time().toInstant(published.offset()).isBefore(until);
  }
}
