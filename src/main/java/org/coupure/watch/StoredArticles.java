package org.coupure.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.coupure.article.Article;
import org.coupure.article.Assignment;
import org.coupure.article.Clip;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.coupure.store.StoredRecord;
import org.jspecify.annotations.Nullable;

/**
 * Applies sources, subjects and outputs to records that are in the store already, so that nothing
 * is fetched for it: when one more source lists an article, and when the configuration has changed.
 * Used by one thread.
 */
final class StoredArticles {
  /** As many records are applied between two writes to the disk, which cost milliseconds each. */
  private static final int BATCH = 50;

  private final Configuration configuration;
  private final State state;
  private final Outbox outbox;
  private final @Nullable ArticleStore store;
  private final Subjects subjects;

  StoredArticles(
      Configuration configuration, State state, Outbox outbox, @Nullable ArticleStore store) {
    this.configuration = configuration;
    this.state = state;
    this.outbox = outbox;
    this.store = store;
    this.subjects = Subjects.of(configuration.subjects());
  }

  /** Opens the store, without what is too old to be kept; null when there is to be none. */
  static @Nullable ArticleStore open(
      Configuration.Storing storing, Instant now, WatchListener listener) throws IOException {
    if (storing.store() == null) {
      return null;
    }
    ArticleStore store = ArticleStore.open(storing.store(), listener::notice);
    try {
      if (storing.age() != null) {
        int unused = store.keepSince(now.minus(storing.age()));
      }
      if (storing.bytes() > 0) {
        int unused = store.keepBytes(storing.bytes());
      }
      return store;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Takes in, within a transaction of the state, that one more source lists a record. */
  void listed(String id, Source source, Instant now) {
    StoredRecord stored = find(id);
    if (stored != null && source.filter(now).refusal(stored.article()).isEmpty()) {
      listed(id, List.of(source.name()), now);
    }
  }

  /**
   * Takes in, within a transaction of the state, which sources list a record and want it; others
   * may do so as well.
   */
  void listed(String id, List<String> names, Instant now) {
    StoredRecord stored = find(id);
    if (stored != null && !stored.article().assignment().sources().containsAll(names)) {
      int unused = assign(stored, sources(stored.article().assignment(), names), now);
    }
  }

  private @Nullable StoredRecord find(String id) {
    return store == null ? null : store.find(id).orElse(null);
  }

  /**
   * Takes in, within a transaction of the state, that a record may have another headline over the
   * same text: the store keeps both, and outputs that ask for updates get the new one.
   *
   * @return whether it has
   */
  boolean retitled(Clip clip, String id) {
    StoredRecord stored = find(id);
    String title = clip.requireArticle().headline().title();
    if (stored == null || title == null || stored.article().headline().title() == null) {
      return false;
    }
    if (title.equals(stored.article().headline().title())) {
      return false;
    }
    Article article = ArticleCopies.flagged(clip.requireArticle().withId(id), "retitled");
    Clip retitled = new Clip(clip.input(), clip.outcome(), clip.reason(), clip.detail(), article);
    outbox.keep(retitled);
    int unused = outbox.offer(retitled, true);
    return true;
  }

  /**
   * Returns whether less of a text changed than {@code least}, a share of the words of both texts
   * that have no equal in the other one; never when the store has no text to compare with.
   */
  boolean isSlight(Article article, String id, double least) {
    StoredRecord stored = least > 0 ? find(id) : null;
    return stored != null && changed(stored.article().text(), article.text()) < least;
  }

  static double changed(String before, String after) {
    String[] old = before.split("\\s+", -1);
    String[] now = after.split("\\s+", -1);
    Map<String, Integer> counts = new HashMap<>();
    for (String word : old) {
      counts.merge(word, 1, Integer::sum);
    }
    int common = 0;
    for (String word : now) {
      if (counts.merge(word, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return 1 - 2.0 * common / (old.length + now.length);
  }

  /** Returns the names of those that the configuration still has, in its order. */
  private List<String> sources(Assignment assignment, List<String> more) {
    TreeSet<String> names = new TreeSet<>(assignment.sources());
    names.addAll(more);
    return configuration.sources().stream().map(Source::name).filter(names::contains).toList();
  }

  /** Returns how many places get the record. */
  private int assign(StoredRecord stored, List<String> sources, Instant now) {
    Article article = stored.article();
    Assignment before = article.assignment();
    Assignment after = subjects.assign(article, sources, now);
    boolean changed = !after.equals(before);
    if (changed) {
      outbox.keep(stored, after);
      after.subjectNames().stream()
          .filter(name -> !before.subjectNames().contains(name))
          .forEach(state.tallies()::addSubject);
    }
    Article assigned = article.toBuilder().assignment(after).build();
    Clip clip = stored.clip();
    return outbox.offer(
        new Clip(clip.input(), clip.outcome(), clip.reason(), clip.detail(), assigned), changed);
  }

  /** What came of applying the configuration to the store. */
  record Applied(int records, int deliveries) {
    String notice() {
      return "backfill: " + records + " stored records, " + deliveries + " deliveries";
    }
  }

  /**
   * Applies the configuration to the records of the last {@code age}; empty when there is nothing
   * to do because it is the one that was applied last.
   *
   * @param asked whether a person asked for it, so that it is done in any case
   */
  Optional<Applied> backfill(Duration age, boolean asked, Instant now) throws IOException {
    String print = configuration.assignmentPrint();
    if (store == null || (!asked && state.deliveries().applied().equals(print))) {
      return Optional.empty();
    }
    int[] counts = new int[2];
    store.each(
        Selection.since(now.minus(age)),
        stored -> {
          counts[0]++;
          counts[1] += applied(stored, now);
          if (counts[0] % BATCH == 0) {
            outbox.write();
          }
          return true;
        });
    outbox.write();
    outbox.settle();
    state.commit(() -> state.deliveries().applied(print));
    return Optional.of(new Applied(counts[0], counts[1]));
  }

  private int applied(StoredRecord stored, Instant now) throws IOException {
    try {
      List<String> sources = sources(stored.article().assignment(), List.of());
      return state.commit(() -> assign(stored, sources, now));
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }
}
