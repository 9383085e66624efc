package org.coupure.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Assignment;
import org.coupure.article.Dates;
import org.coupure.article.Headline;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Passage;
import org.coupure.article.SubjectMatch;
import org.coupure.article.WebLocation;
import org.coupure.query.IndexedArticle;
import org.coupure.query.Query;
import org.coupure.record.Clips;
import org.coupure.record.RecordReader;
import org.coupure.record.RecordWriter;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.Sinks;
import org.coupure.sqlite.Database;
import org.coupure.store.Selection.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleStoreTest {
  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();

  private Path file() {
    return folder.resolve("s.sqlite");
  }

  private ArticleStore open() throws IOException {
    return ArticleStore.open(file(), notices::add);
  }

  private static byte[] record(String id, String title, String captured, String text) {
    Article article =
        Clips.article(id, id + ".html")
            .headline(new Headline(title, null, null))
            .dates(
                new Dates(
                    Moment.of(OffsetDateTime.parse("2024-05-01T08:00:00+02:00"), Precision.SECOND),
                    null,
                    Instant.parse(captured)))
            .place(new WebLocation("https://news.example.org/" + id, null, "The Times", null))
            .language("en")
            .body(List.of(Passage.paragraph(text)))
            .build();
    return RecordWriter.compact().write(Clips.clipped(article));
  }

  private static byte[] record(String id, String title, String text) {
    return record(id, title, "2024-05-02T00:00:00Z", text);
  }

  private static List<String> ids(ArticleStore store, String query) throws IOException {
    return store.search(Selection.ALL.withQuery(Query.parse(query))).stream()
        .map(found -> found.article().id())
        .toList();
  }

  @Test
  void keepsARecordAsItIs() throws IOException {
    byte[] record = record("a", "Fire", "It burnt.");
    try (ArticleStore store = open()) {
      assertThat(store.add(record)).isTrue();
      assertThat(store.add(record)).isFalse();
    }

    try (ArticleStore store = ArticleStore.openToRead(file())) {
      assertThat(store.find("a").orElseThrow().json()).isEqualTo(record);
      assertThat(store.find("https://news.example.org/a")).isPresent();
      assertThat(store.find("b")).isEmpty();
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void findsByWordsWithTheTitleFirst() throws IOException {
    try (ArticleStore store = open()) {
      store.add(
          record("a", "Weather", "The ferry was late, and it rained all day over the valley."));
      store.add(record("b", "Ferry sinks", "Nobody was hurt when it went down near the valley."));
      store.add(record("c", "Œuvre", "In Beijing (北京) the exhibition opens."));

      assertThat(ids(store, "ferry")).containsExactly("b", "a");
      assertThat(ids(store, "title:ferry")).containsExactly("b");
      assertThat(ids(store, "valley NOT hurt")).containsExactly("a");
      assertThat(ids(store, "oeuvre 北京")).containsExactly("c");
      assertThat(ids(store, "v*ley NEAR/3 near")).containsExactly("b");
      assertThat(ids(store, "stem:exhibitions")).containsExactly("c");
      assertThat(ids(store, "site:example.org NOT ferry")).containsExactly("c");
      assertThat(store.search(Selection.ALL.withQuery(Query.parse("sinks"))).get(0).match())
          .isEqualTo(Query.parse("sinks").match(indexed(store, "b")).orElseThrow());
    }
  }

  private static IndexedArticle indexed(ArticleStore store, String id) {
    return IndexedArticle.of(store.find(id).orElseThrow().article());
  }

  @Test
  void findsOnlyTheLastRevision() throws IOException {
    try (ArticleStore store = open()) {
      store.add(record("a", "Fire", "2024-05-02T00:00:00Z", "It burnt slowly."));
      store.add(record("a", "Fire", "2024-05-03T00:00:00Z", "It burnt quickly."));

      assertThat(ids(store, "slowly")).isEmpty();
      assertThat(ids(store, "quickly")).containsExactly("a");
      assertThat(store.revisions("a")).hasSize(2);
    }
  }

  @Test
  void keepsAHeadlineThatChangedAndATextThatCameBack() throws IOException {
    try (ArticleStore store = open()) {
      store.add(record("a", "Fire", "2024-05-02T00:00:00Z", "It burnt."));
      store.add(record("a", "Blaze", "2024-05-03T00:00:00Z", "It burnt."));
      store.add(record("a", "Blaze", "2024-05-04T00:00:00Z", "It still burns."));
      store.add(record("a", "Blaze", "2024-05-05T00:00:00Z", "It burnt."));

      assertThat(store.revisions("a"))
          .extracting(one -> one.article().headline().title() + ": " + one.article().text())
          .containsExactly(
              "Fire: It burnt.", "Blaze: It burnt.", "Blaze: It still burns.", "Blaze: It burnt.");
      assertThat(ids(store, "blaze burnt")).containsExactly("a");
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void selectsByTimeSiteLanguageAndSubject() throws IOException {
    try (ArticleStore store = open()) {
      store.add(record("a", "Fire", "It burnt."));
      SubjectMatch fires = new SubjectMatch("fires", List.of(), List.of());
      store.assign("a", new Assignment(List.of("town"), List.of(fires)));

      Instant published = Instant.parse("2024-05-01T06:00:00Z");
      assertThat(count(store, null, published, null, null, null)).isEqualTo(0);
      assertThat(count(store, published, published.plusSeconds(1), null, null, null)).isEqualTo(1);
      assertThat(count(store, null, null, "example.org", "EN", "fires")).isEqualTo(1);
      assertThat(count(store, null, null, "the times", null, null)).isEqualTo(1);
      assertThat(count(store, null, null, "ample.org", null, null)).isEqualTo(0);
      assertThat(count(store, null, null, null, "e", null)).isEqualTo(0);
      assertThat(count(store, null, null, null, null, "floods")).isEqualTo(0);
    }
  }

  private static long count(
      ArticleStore store,
      Instant since,
      Instant until,
      String site,
      String language,
      String subject)
      throws IOException {
    return store.count(
        new Selection(null, since, until, site, language, subject, Sort.NEWEST, 10), 10);
  }

  @Test
  void takesSubjectsFromTheRecord() throws IOException {
    try (ArticleStore store = open()) {
      String json = new String(record("a", "Fire", "It burnt."), UTF_8);
      store.add(
          json.replace("\"subjects\":[]", "\"subjects\":[{\"name\":\"fires\"}]").getBytes(UTF_8));

      assertThat(count(store, null, null, null, null, "fires")).isEqualTo(1);
    }
  }

  @Test
  void whatIsForgottenIsGoneFromTheFileAndStaysAway() throws IOException {
    byte[] record = record("a", "Zebrafish", "Quokkas everywhere.");
    try (ArticleSink readable = Sinks.open(null, file().toString(), SinkOptions.of(System.out))) {
      readable.accept(RecordReader.read(record));
      readable.accept(RecordReader.read(record("b", "Owls", "Owls hoot.")));
    }
    assertThat(fileHolds("quokkas")).isTrue();

    try (ArticleStore store = open()) {
      assertThat(store.forget("https://news.example.org/a")).isEqualTo(1);
      assertThat(store.add(record)).isFalse();
      assertThat(store.add(record("other", "T", "Quokkas?"))).isTrue();
      assertThat(store.forget("other")).isEqualTo(1);
      assertThat(ids(store, "owls")).containsExactly("b");
      assertThat(store.check()).isEmpty();
    }

    assertThat(fileHolds("quokkas")).isFalse();
    assertThat(fileHolds("zebrafish")).isFalse();
    assertThat(fileHolds("example.org/a")).isFalse();
  }

  private boolean fileHolds(String word) throws IOException {
    String bytes = new String(Files.readAllBytes(file()), ISO_8859_1);
    return bytes.toLowerCase(Locale.ROOT).contains(word);
  }

  @Test
  void keepsWhatIsYoungOrFits() throws IOException {
    try (ArticleStore store = open()) {
      for (int i = 0; i < 300; i++) {
        String captured = i < 100 ? "2019-01-01T00:00:00Z" : "2024-05-02T00:00:00Z";
        store.add(record("r" + i, "Title " + i, captured, ("word" + i + " ").repeat(200)));
      }
      store.commit();

      assertThat(store.keepSince(Instant.parse("2020-01-01T00:00:00Z"))).isEqualTo(100);
      assertThat(store.keepBytes(150_000)).isBetween(1, 199);
      assertThat(store.find("r299")).isPresent();
      assertThat(store.find("r100")).isEmpty();
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void otherIdsLeadToARecord() throws IOException {
    try (ArticleStore store = open()) {
      store.add(record("a", "Fire", "It burnt."));
      store.alias("old", "a");

      assertThat(store.find("old").orElseThrow().article().id()).isEqualTo("a");
      assertThat(store.forget("old")).isEqualTo(1);
    }
  }

  @Test
  void copiesItselfWhileItIsWritten() throws IOException {
    Path copy = folder.resolve("copy.sqlite");
    try (ArticleStore store = open()) {
      store.add(record("a", "Fire", "It burnt."));
      store.commit();
      try (ArticleStore reader = ArticleStore.openToRead(file())) {
        store.add(record("b", "Flood", "It rained."));
        reader.backup(copy);
      }
      assertThatThrownBy(() -> store.backup(copy)).hasMessageContaining("is there already");
    }

    try (ArticleStore store = ArticleStore.openToRead(copy)) {
      assertThat(ids(store, "fire")).containsExactly("a");
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void countsWhatItHolds() throws IOException {
    try (ArticleStore store = open()) {
      store.add(record("a", "Fire", "It burnt."));
      store.add(record("a", "Fire", "It burnt down."));
      store.add(record("b", "Flood", "It rained."));

      SubjectMatch fires = new SubjectMatch("fires", List.of(), List.of());
      store.assign("a", new Assignment(List.of("town"), List.of(fires)));

      StoreStatistics statistics = store.statistics(Selection.ALL);
      assertThat(statistics.records()).isEqualTo(2);
      assertThat(statistics.subjects()).containsExactly(new StoreStatistics.Count("fires", 1));
      assertThat(statistics.revisions()).isEqualTo(1);
      assertThat(statistics.days()).containsExactly(new StoreStatistics.Count("2024-05-01", 2));
      assertThat(statistics.sites()).containsExactly(new StoreStatistics.Count("The Times", 2));
    }
  }

  @Test
  void bringsAFileOfVersion010UpToDate() throws IOException {
    try (InputStream old =
        Objects.requireNonNull(getClass().getResourceAsStream("articles-0.1.0.sqlite"))) {
      Files.copy(old, file());
    }
    assertThatThrownBy(() -> ArticleStore.openToRead(file()))
        .hasMessageContaining("an earlier version wrote this file");

    try (ArticleStore store = open()) {
      assertThat(notices).hasSize(1);
      assertThat(ids(store, "grün")).hasSize(1);
      assertThat(ids(store, "\"two thirds\" ferry")).hasSize(1);
      assertThat(ids(store, "\"half of\"")).isEmpty();
      assertThat(store.revisions("http://127.0.0.1:8765/ferry.html")).hasSize(2);
      StoredRecord ferry = store.find("http://127.0.0.1:8765/ferry.html").orElseThrow();
      assertThat(store.add(ferry.json())).isFalse();
      assertThat(store.check()).isEmpty();
    }
    open().close();
    assertThat(notices).hasSize(1);
  }

  /** With an index that begins with {@code current}, each write read all rows. */
  @Test
  void findsTheRowOfAnIdByTheIndexOfIds() throws IOException {
    open().close();
    try (Database database = Database.openToRead(file(), "store")) {
      assertThat(
              database.query(
                  "EXPLAIN QUERY PLAN SELECT number FROM article WHERE id = ? AND current = 1",
                  row -> row.getString(4),
                  "a"))
          .containsExactly("SEARCH article USING INDEX sqlite_autoindex_article_1 (id=?)");
    }
  }

  @Test
  void namesWhatIsNoStore() throws IOException {
    assertThatThrownBy(() -> ArticleStore.openToRead(folder.resolve("none.sqlite")))
        .hasMessageContaining("there is no such store");
    Files.writeString(file(), "This is a text, and long enough to be looked at.".repeat(100));
    assertThatThrownBy(() -> ArticleStore.openToRead(file()))
        .hasMessageContaining("it is no SQLite database");
  }
}
