package org.coupure.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.coupure.article.Article;
import org.coupure.article.Assignment;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.page.Url;
import org.coupure.query.IndexedArticle;
import org.coupure.query.Query;
import org.coupure.query.QueryMatch;
import org.coupure.record.RecordReader;
import org.coupure.review.Review;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.coupure.store.StoredRecord;
import org.coupure.watch.Subjects;
import org.jspecify.annotations.Nullable;

/** Collects the records of a review from stores and files. Used by one thread. */
final class ReviewIntake {
  private final Selection selection;
  private final Subjects subjects;
  private final Instant now;
  private final Review.Builder review;

  /**
   * @param selection which records are wanted
   * @param subjects those of a configuration, matched again; when empty, the subjects in the
   *     records count
   * @param now the time from which the subjects' age limits count
   */
  ReviewIntake(Selection selection, Subjects subjects, Instant now, Review.Builder review) {
    this.selection = selection;
    this.subjects = subjects;
    this.now = now;
    this.review = review;
  }

  Review review() {
    return review.build();
  }

  void store(ArticleStore store) throws IOException {
    boolean anew = !subjects.equals(Subjects.NONE);
    store.each(
        anew ? selection.withSubject(null) : selection,
        record -> {
          add(record);
          return true;
        });
  }

  /** Reads records of JSON Lines; lines that are not records are reported. */
  void lines(String path, Terminal terminal) throws IOException {
    RecordLines.read(
        path,
        terminal,
        (line, number) -> {
          try {
            line(line);
          } catch (IllegalArgumentException e) {
            String message = "coupure: " + path + ":" + number + ": " + e.getMessage();
            terminal.err().println(Printable.of(message));
          }
        });
  }

  private void line(byte[] json) {
    Clip clip = RecordReader.read(json);
    Article article = clip.requireArticle();
    if (!admits(article)) {
      return;
    }
    Query query = selection.query();
    if (query == null) {
      add(new StoredRecord(json, clip, null));
      return;
    }
    Optional<QueryMatch> match = query.match(IndexedArticle.of(article));
    match.ifPresent(found -> add(new StoredRecord(json, clip, found)));
  }

  /** The conditions that a store checks by its indexes. */
  private boolean admits(Article article) {
    Instant at = time(article);
    Instant since = selection.since();
    Instant until = selection.until();
    boolean timely =
        (since == null || (at != null && !at.isBefore(since)))
            && (until == null || (at != null && at.isBefore(until)));
    return timely && isOfSite(article) && isInLanguage(article);
  }

  private static @Nullable Instant time(Article article) {
    Moment published = article.dates().published();
    return published == null
        ? article.dates().captured()
        : published.time().toInstant(published.offset());
  }

  private boolean isOfSite(Article article) {
    String site = selection.site();
    if (site == null || site.equalsIgnoreCase(article.place().site())) {
      return true;
    }
    String host = Url.host(article.place().urlOrCanonical());
    String wanted = site.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    return host != null && (host.equals(wanted) || host.endsWith("." + wanted));
  }

  private boolean isInLanguage(Article article) {
    String language = selection.language();
    String own = article.language() == null ? "" : article.language().toLowerCase(Locale.ROOT);
    return language == null
        || own.equals(language.toLowerCase(Locale.ROOT))
        || own.startsWith(language.toLowerCase(Locale.ROOT) + "-");
  }

  private void add(StoredRecord record) {
    Article article = record.article();
    if (!record.clip().outcome().hasText()) {
      return;
    }
    if (selection.query() != null) {
      review.add(selection.query().toString(), article, record.match());
      return;
    }
    Assignment assignment = subjects.assign(article, article.assignment().sources(), now);
    boolean anew = !subjects.equals(Subjects.NONE);
    Article sorted = anew ? article.toBuilder().assignment(assignment).build() : article;
    review.addToSubjects(sorted, selection.subject());
  }
}
