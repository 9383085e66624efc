package org.coupure.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.article.Article;
import org.coupure.article.Moment;
import org.coupure.learn.TextDiff;
import org.coupure.query.Query;
import org.coupure.query.QueryMatch;
import org.coupure.query.QuerySyntaxException;
import org.coupure.query.Snippet;
import org.coupure.review.PictureUse;
import org.coupure.review.Review;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.coupure.store.Selection.Sort;
import org.coupure.store.StoreStatistics;
import org.coupure.store.StoredRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds records in a store and shows them; the store is only read. */
final class StoreRoutes {
  private static final int USUAL = 20;
  private static final int MOST = 500;

  /** To count more would cost more than to know it is worth. */
  private static final int COUNTED = 1_000;

  /** Characters of a text that are shown of a hit. */
  private static final int SNIPPET = 280;

  /** Values of a facet that are shown, the most frequent first. */
  private static final int FACET = 20;

  private static final Map<String, String> REVIEWS =
      Map.of(
          "html", "text/html; charset=utf-8",
          "md", "text/markdown; charset=utf-8",
          "epub", "application/epub+zip");

  private static final String REVIEW_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  private final Path file;

  StoreRoutes(Path file) {
    this.file = file;
  }

  /** {@code GET /v1/search}: the current records that a query finds. */
  void search(HttpCall call) throws ProblemException, IOException {
    call.only("q", "since", "until", "site", "language", "subject", "sort", "max", "facets");
    Selection selection = selection(call);
    ObjectNode json = HttpCall.JSON.createObjectNode();
    try (ArticleStore store = ArticleStore.openToRead(file)) {
      ArrayNode records = json.putArray("records");
      for (StoredRecord hit : store.search(selection)) {
        hit(records.addObject(), hit);
      }
      long all = store.count(selection.withMax(COUNTED), COUNTED);
      json.put("count", all).put("more", all >= COUNTED);
      if (call.flag("facets")) {
        facets(json.putObject("facets"), store.statistics(selection));
      }
    }
    call.answer(json);
  }

  /** {@code GET /v1/review}: the records that are wanted as a page to read. */
  void review(HttpCall call) throws ProblemException, IOException {
    call.only("q", "since", "until", "site", "language", "subject", "zone", "title", "format");
    Selection selection = selection(call).withMax(Integer.MAX_VALUE);
    String format = call.parameter("format", "html");
    String type = REVIEWS.get(format);
    if (type == null) {
      throw ProblemException.of(400, "bad-parameter", "format wants one of html, md, epub");
    }
    String query = call.parameter("q", "");
    String subject = call.parameter("subject", query.isBlank() ? "Press review" : query);
    Review.Builder review = Review.builder(call.parameter("title", subject), zone(call));
    try (ArticleStore store = ArticleStore.openToRead(file)) {
      store.each(
          selection,
          record -> {
            if (selection.query() != null) {
              review.add(query, record.article(), record.match());
            } else {
              review.addToSubjects(record.article(), selection.subject());
            }
            return true;
          });
    }
    call.header("Content-Security-Policy", REVIEW_POLICY);
    call.answer(200, type, review.build().write("review." + format, PictureUse.OFF));
  }

  private static ZoneId zone(HttpCall call) throws ProblemException {
    try {
      return ZoneId.of(call.parameter("zone", "UTC"));
    } catch (DateTimeException e) {
      throw ProblemException.of(400, "bad-parameter", "zone wants a zone, such as Europe/Paris");
    }
  }

  private static Selection selection(HttpCall call) throws ProblemException {
    Query query = query(call.parameter("q"));
    return new Selection(
        query,
        time(call, "since", 0),
        // A day that is the last one belongs to what is wanted.
        time(call, "until", 1),
        call.parameter("site"),
        call.parameter("language"),
        call.parameter("subject"),
        sort(call.parameter("sort", query == null ? "newest" : "relevance")),
        max(call.parameter("max", "" + USUAL)));
  }

  private static @Nullable Query query(@Nullable String text) throws ProblemException {
    try {
      return text == null || text.isBlank() ? null : Query.parse(text);
    } catch (QuerySyntaxException e) {
      throw ProblemException.of(400, "bad-query", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Instant time(HttpCall call, String name, int days)
      throws ProblemException {
    String text = call.parameter(name, "");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.of(
          400, "bad-parameter", name + " wants a day, such as 2026-03-02, or a time in UTC");
    }
  }

  private static Sort sort(String word) throws ProblemException {
    try {
      return Sort.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(
          400, "bad-parameter", "sort wants one of relevance, newest, oldest");
    }
  }

  private static int max(String word) throws ProblemException {
    if (!word.matches("[0-9]{1,6}")) {
      throw ProblemException.of(400, "bad-parameter", "max wants a whole number");
    }
    return Math.max(1, Math.min(MOST, Integer.parseInt(word)));
  }

  private static void hit(ObjectNode json, StoredRecord hit) {
    Article article = hit.article();
    Moment published = article.dates().published();
    json.put("id", article.id()).put("url", article.place().urlOrCanonical());
    json.put("site", article.place().site()).put("language", article.language());
    json.put("published", published == null ? null : published.toRfc3339());
    json.put("outcome", hit.clip().outcome().code());
    json.put("words", article.quality().words());
    json.put("confidence", Math.round(article.quality().confidence() * 1000) / 1000.0);
    QueryMatch match = hit.match() == null ? new QueryMatch(List.of(), List.of()) : hit.match();
    String title = article.headline().title();
    pieces(json.putArray("title"), Snippet.all(title == null ? "" : title, match.title()));
    pieces(json.putArray("snippet"), Snippet.of(article.text(), match.text(), SNIPPET));
  }

  private static void pieces(ArrayNode json, Snippet snippet) {
    snippet
        .pieces()
        .forEach(piece -> json.addObject().put("text", piece.text()).put("found", piece.found()));
  }

  /** Counts what the other conditions leave, whatever the query. */
  private static void facets(ObjectNode json, StoreStatistics statistics) {
    facet(json.putArray("site"), statistics.sites());
    facet(json.putArray("subject"), statistics.subjects());
    facet(json.putArray("language"), statistics.languages());
    facet(json.putArray("outcome"), statistics.outcomes());
    List<StoreStatistics.Count> days = statistics.days();
    facet(json.putArray("day"), days.subList(Math.max(0, days.size() - FACET), days.size()));
  }

  private static void facet(ArrayNode json, List<StoreStatistics.Count> counts) {
    counts.stream()
        .limit(FACET)
        .forEach(one -> json.addObject().put("value", one.value()).put("records", one.records()));
  }

  /** {@code GET /v1/records/ID}: a record, and how its text changed from revision to revision. */
  void record(HttpCall call) throws ProblemException, IOException {
    call.only();
    try (ArticleStore store = ArticleStore.openToRead(file)) {
      StoredRecord found =
          store
              .find(call.rest())
              .orElseThrow(
                  () -> ProblemException.of(404, "not-found", "the store has no such record"));
      ObjectNode json = HttpCall.JSON.createObjectNode();
      json.set("record", HttpCall.JSON.readTree(found.json()));
      ArrayNode revisions = json.putArray("revisions");
      String before = "";
      for (StoredRecord revision : store.revisions(call.rest())) {
        String text = text(revision.article());
        ObjectNode one = revisions.addObject();
        Instant captured = revision.article().dates().captured();
        one.put("captured", captured == null ? null : captured.toString());
        ArrayNode lines = one.putArray("lines");
        if (!before.isEmpty()) {
          TextDiff.of(before, text)
              .forEach(
                  line ->
                      lines
                          .addObject()
                          .put("kind", line.kind().name().toLowerCase(Locale.ROOT))
                          .put("text", line.text()));
        }
        before = text;
      }
      call.answer(json);
    }
  }

  private static String text(Article article) {
    String title = article.headline().title();
    return (title == null ? "" : title + "\n") + article.text().replace("\n\n", "\n");
  }
}
