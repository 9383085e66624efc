package org.coupure.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.sqlite.Database;
import org.jspecify.annotations.Nullable;

/**
 * Which articles tell of the same event, whatever their words: online clustering of the weighted
 * terms of headline and lead within a window of days. An article is compared by cosine with those
 * that share six of its weightiest terms, and joins the story of those that it is like. The rarer a
 * term was of late, the more it weighs; how often it was met is counted, in a database, by the way.
 * Used by one thread.
 *
 * <p>How good it is stands in docs/benchmarks.md; {@code StoriesBenchmark} measures it.
 */
public final class Stories {
  /** Papers tell of an event within so long; what is told later is another turn of it. */
  public static final Duration WINDOW = Duration.ofDays(3);

  /**
   * The least cosine, on average over the story's members that were compared. With .18 a little
   * more is found of the synthetic set (StoriesBenchmark) and more of real pages join that are only
   * of one topic.
   */
  private static final double LEAST = 0.22;

  /** So many terms stand for an article. */
  private static final int TERMS = 32;

  /** An event's own terms are shared by no more articles of the window; the newest ones. */
  private static final int CANDIDATES = 60;

  /**
   * With five, recipes, guides and pages on one person became a story: 2 wrong joins of 10 on real
   * pages of the same days, none plainly wrong of 8 with six; recall on the synthetic set fell from
   * .75 to .66 (docs/benchmarks.md).
   */
  private static final int SHARED = 6;

  /** Before many articles were met all terms seem rare: as if so many others had been met. */
  private static final double PRIOR = 200;

  /** Counts are halved at so many articles, so that what is frequent of late counts. */
  private static final long MOST_COUNTED = 50_000;

  /** Terms share counters, of which there are so many, so that they stay bounded. */
  private static final long COUNTERS = 1 << 17;

  private final Database database;

  private Stories(Database database) {
    this.database = database;
  }

  /** Returns the stories of a database; its tables are made when they are missing. */
  public static Stories in(Database database) throws IOException {
    database.script(
        """
        CREATE TABLE IF NOT EXISTS story_text (
          number INTEGER PRIMARY KEY, story TEXT NOT NULL, told INTEGER NOT NULL,
          terms BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS story_told ON story_text (told);
        CREATE TABLE IF NOT EXISTS story_term (
          term INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (term, number)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS story_counter (
          counter INTEGER PRIMARY KEY, texts INTEGER NOT NULL);
        """);
    return new Stories(database);
  }

  /** An article as its weightiest terms, of length 1. */
  private record Sketch(Map<Long, Double> terms) {
    double cosine(Sketch other) {
      double sum = 0;
      for (Map.Entry<Long, Double> term : terms.entrySet()) {
        sum += term.getValue() * other.terms.getOrDefault(term.getKey(), 0.0);
      }
      return sum;
    }

    byte[] bytes() {
      ByteBuffer bytes = ByteBuffer.allocate(terms.size() * (Long.BYTES + Float.BYTES));
      terms.forEach((term, weight) -> bytes.putLong(term).putFloat((float) (double) weight));
      return bytes.array();
    }

    static Sketch of(byte[] stored) {
      ByteBuffer bytes = ByteBuffer.wrap(stored);
      Map<Long, Double> terms = new HashMap<>();
      while (bytes.hasRemaining()) {
        terms.put(bytes.getLong(), (double) bytes.getFloat());
      }
      return new Sketch(terms);
    }
  }

  /** An article of the window. */
  private record Told(String story, Sketch sketch) {}

  /**
   * Adds an article and returns its story: that of the articles that it is like, or {@code id} when
   * it is like none.
   *
   * @param id the article's own
   * @param title its headline, empty for none
   * @param text its text, of which the beginning is read
   * @param told when it was published, or had where it does not say; only articles of at most
   *     {@link #WINDOW} before and after are compared
   */
  public String add(String id, String title, String text, Instant told) {
    Sketch sketch = sketch(StoryTerms.of(title, text));
    String story = story(sketch, told);
    keep(sketch, story == null ? id : story, told);
    return story == null ? id : story;
  }

  private void keep(Sketch sketch, String story, Instant told) {
    database.update(
        "INSERT INTO story_text (story, told, terms) VALUES (?, ?, ?)",
        story,
        told.toEpochMilli(),
        sketch.bytes());
    long number = database.first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    for (Long term : sketch.terms.keySet()) {
      database.update("INSERT OR IGNORE INTO story_term VALUES (?, ?)", term, number);
    }
  }

  /** Forgets articles that no later one is compared with. */
  public void forget(Instant now) {
    long before = now.minus(WINDOW).toEpochMilli();
    for (Long number :
        database.query(
            "SELECT number FROM story_text WHERE told < ?", row -> row.getLong(1), before)) {
      byte[] terms =
          database
              .first(
                  "SELECT terms FROM story_text WHERE number = ?", row -> row.getBytes(1), number)
              .orElseThrow();
      for (Long term : Sketch.of(terms).terms.keySet()) {
        database.update("DELETE FROM story_term WHERE term = ? AND number = ?", term, number);
      }
      database.update("DELETE FROM story_text WHERE number = ?", number);
    }
  }

  private Sketch sketch(Map<Long, Double> counts) {
    double all = count(-1L) + PRIOR;
    List<Map.Entry<Long, Double>> weights = new ArrayList<>();
    for (Map.Entry<Long, Double> term : counts.entrySet()) {
      long counter = Math.floorMod(term.getKey(), COUNTERS);
      double rarity = Math.log(all / (count(counter) + 1));
      weights.add(Map.entry(term.getKey(), term.getValue() * Math.max(0, rarity)));
    }
    counts.keySet().forEach(term -> increase(Math.floorMod(term, COUNTERS)));
    increase(-1L);
    if (all - PRIOR > MOST_COUNTED) {
      database.update("UPDATE story_counter SET texts = texts / 2");
      database.update("DELETE FROM story_counter WHERE texts = 0");
    }
    // The term decides between equals, so that the same articles give the same stories.
    weights.sort(
        Map.Entry.<Long, Double>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    List<Map.Entry<Long, Double>> top = weights.subList(0, Math.min(TERMS, weights.size()));
    double length =
        Math.sqrt(top.stream().mapToDouble(term -> term.getValue() * term.getValue()).sum());
    Map<Long, Double> terms = new HashMap<>();
    top.stream()
        .filter(term -> term.getValue() > 0)
        .forEach(term -> terms.put(term.getKey(), term.getValue() / length));
    return new Sketch(terms);
  }

  private long count(long counter) {
    return database
        .first("SELECT texts FROM story_counter WHERE counter = ?", row -> row.getLong(1), counter)
        .orElse(0L);
  }

  private void increase(long counter) {
    database.update(
        "INSERT INTO story_counter VALUES (?, 1) ON CONFLICT (counter) DO UPDATE SET"
            + " texts = texts + 1",
        counter);
  }

  private @Nullable String story(Sketch sketch, Instant told) {
    Map<Long, Integer> shared = new HashMap<>();
    for (Long term : sketch.terms.keySet()) {
      database
          .query(
              "SELECT number FROM story_term WHERE term = ? ORDER BY number DESC LIMIT "
                  + CANDIDATES,
              row -> row.getLong(1),
              term)
          .forEach(number -> shared.merge(number, 1, Integer::sum));
    }
    Map<String, List<Double>> likeness = new HashMap<>();
    shared.forEach(
        (number, terms) -> {
          if (terms >= SHARED) {
            told(number, told)
                .forEach(
                    other ->
                        likeness
                            .computeIfAbsent(other.story, story -> new ArrayList<>())
                            .add(sketch.cosine(other.sketch)));
          }
        });
    return likeness.entrySet().stream()
        .map(story -> Map.entry(story.getKey(), average(story.getValue())))
        .filter(story -> story.getValue() >= LEAST)
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private List<Told> told(long number, Instant about) {
    return database.query(
        "SELECT story, terms FROM story_text WHERE number = ? AND told BETWEEN ? AND ?",
        row -> new Told(row.getString(1), Sketch.of(row.getBytes(2))),
        number,
        about.minus(WINDOW).toEpochMilli(),
        about.plus(WINDOW).toEpochMilli());
  }

  private static double average(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
