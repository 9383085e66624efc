package org.coupure.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coupure.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a store are wanted, in which order. Immutable.
 *
 * @param query the query they must match, or null
 * @param since nothing published, or else captured, before; null for any; records without a time
 *     are left out when a time is asked for
 * @param until nothing published, or else captured, from then on; null for any
 * @param site a host, with those below it, or a publisher's name; null for any
 * @param language a BCP 47 tag, {@code fr} standing for {@code fr-CA} too; null for any
 * @param subject the name of a subject, or null for any
 * @param sort their order
 * @param max at most so many
 */
public record Selection(
    @Nullable Query query,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String site,
    @Nullable String language,
    @Nullable String subject,
    Sort sort,
    int max) {
  /** All records, the newest first. */
  public static final Selection ALL =
      new Selection(null, null, null, null, null, null, Sort.NEWEST, Integer.MAX_VALUE);

  /** An order. */
  public enum Sort {
    /** The best matches of the query come first; without a query the newest records. */
    RELEVANCE,
    NEWEST,
    OLDEST
  }

  public Selection {
    Objects.requireNonNull(sort, "sort");
  }

  /** Returns the records since a time, the oldest first. */
  public static Selection since(Instant since) {
    return new Selection(null, since, null, null, null, null, Sort.OLDEST, Integer.MAX_VALUE);
  }

  /** Returns this selection by a query, in the order of relevance. */
  public Selection withQuery(Query other) {
    return new Selection(other, since, until, site, language, subject, Sort.RELEVANCE, max);
  }

  /** Returns this selection with another subject, or none. */
  public Selection withSubject(@Nullable String other) {
    return new Selection(query, since, until, site, language, other, sort, max);
  }

  /** Returns this selection with a limit. */
  public Selection withMax(int other) {
    return new Selection(query, since, until, site, language, subject, sort, other);
  }

  /** Conditions on the table {@code article} as {@code a}, with their values. */
  record Conditions(String sql, List<Object> values) {}

  Conditions conditions() {
    StringBuilder sql = new StringBuilder("a.current = 1");
    List<Object> values = new ArrayList<>();
    if (since != null) {
      sql.append(" AND a.at >= ?");
      values.add(since.getEpochSecond());
    }
    if (until != null) {
      sql.append(" AND a.at < ?");
      values.add(until.getEpochSecond());
    }
    if (site != null) {
      String host = site.toLowerCase(Locale.ROOT);
      host = host.startsWith("www.") ? host.substring("www.".length()) : host;
      sql.append(
          " AND (a.host = ? OR substr(a.host, -length(?)) = ? OR a.site = ? COLLATE NOCASE)");
      values.addAll(List.of(host, "." + host, "." + host, site));
    }
    if (language != null) {
      String tag = language.toLowerCase(Locale.ROOT);
      sql.append(" AND (lower(a.language) = ? OR substr(lower(a.language), 1, length(?)) = ?)");
      values.addAll(List.of(tag, tag + "-", tag + "-"));
    }
    if (subject != null) {
      sql.append(" AND a.number IN (SELECT number FROM subject WHERE name = ?)");
      values.add(subject);
    }
    return new Conditions(sql.toString(), values);
  }
}
