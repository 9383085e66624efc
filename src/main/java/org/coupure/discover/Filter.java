package org.coupure.discover;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coupure.article.Article;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.query.IndexedArticle;
import org.coupure.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which articles of a source are wanted. Applied twice: to a link, to save useless requests, and to
 * the article, which has more information. Immutable and thread-safe.
 *
 * @param include a URL must fit one of these, when there are any
 * @param exclude a URL must fit none of these
 * @param languages BCP 47 tags, {@code fr} standing for {@code fr-CA} too; empty for any
 * @param since nothing older, or null; what has no date is let through
 * @param query what it must speak of, or null
 */
public record Filter(
    List<UrlPattern> include,
    List<UrlPattern> exclude,
    List<String> languages,
    @Nullable Instant since,
    @Nullable Query query) {

  /** Lets everything through. */
  public static final Filter NONE = new Filter(List.of(), List.of(), List.of(), null, null);

  /** Why something is not wanted. */
  public enum Miss {
    /** Its URL. */
    URL,
    /** Its language. */
    LANGUAGE,
    /** It is too old. */
    DATE,
    /** It does not speak of what the query asks for. */
    SUBJECT;

    /** Returns the name used in reports, in lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Filter {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    languages = List.copyOf(languages);
  }

  /** Returns this filter with another limit of age. */
  public Filter withSince(@Nullable Instant other) {
    return new Filter(include, exclude, languages, other, query);
  }

  /** Returns this filter for other languages. */
  public Filter withLanguages(List<String> others) {
    return new Filter(include, exclude, others, since, query);
  }

  /** Returns why the page behind {@code link} need not be fetched, or empty when it is to be. */
  public Optional<Miss> refusal(Link link) {
    if (!isWanted(link.url())) {
      return Optional.of(Miss.URL);
    }
    Instant latest = link.latest();
    boolean old = since != null && latest != null && latest.isBefore(since);
    return old ? Optional.of(Miss.DATE) : Optional.empty();
  }

  /** Returns why {@code article} is not wanted, or empty when it is. */
  public Optional<Miss> refusal(Article article) {
    return refusal(article, null);
  }

  /**
   * Returns why {@code article} is not wanted, or empty when it is.
   *
   * @param words its words, for who asks several filters; null when nobody has read them
   */
  public Optional<Miss> refusal(Article article, @Nullable IndexedArticle words) {
    String url = article.place().url();
    if (url != null && !isWanted(url)) {
      return Optional.of(Miss.URL);
    }
    if (!languages.isEmpty() && !speaks(article.language())) {
      return Optional.of(Miss.LANGUAGE);
    }
    if (since != null && isOld(article, since)) {
      return Optional.of(Miss.DATE);
    }
    boolean subject =
        query == null || query.matches(words == null ? IndexedArticle.of(article) : words);
    return subject ? Optional.empty() : Optional.of(Miss.SUBJECT);
  }

  private boolean isWanted(String url) {
    return (include.isEmpty() || fits(include, url)) && !fits(exclude, url);
  }

  private static boolean fits(List<UrlPattern> patterns, String url) {
    for (UrlPattern pattern : patterns) {
      if (pattern.matches(url)) {
        return true;
      }
    }
    return false;
  }

  private boolean speaks(@Nullable String tag) {
    String language = tag == null ? "" : tag.toLowerCase(Locale.ROOT);
    for (String wanted : languages) {
      String prefix = wanted.toLowerCase(Locale.ROOT);
      if (language.equals(prefix) || language.startsWith(prefix + "-")) {
        return true;
      }
    }
    return false;
  }

  /** An article of an unknown hour may be of the day's last; one changed since is news again. */
  private static boolean isOld(Article article, Instant since) {
    Moment published = article.dates().published();
    Moment modified = article.dates().modified();
    return published != null
        && latest(published).isBefore(since)
        && (modified == null || latest(modified).isBefore(since));
  }

  private static Instant latest(Moment moment) {
    LocalDateTime time =
        moment.precision() == Precision.DAY ? moment.time().plusDays(1) : moment.time();
    return time.toInstant(moment.offset());
  }
}
