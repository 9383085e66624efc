package org.coupure.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coupure.article.Article;
import org.coupure.article.Byline;
import org.coupure.article.Headline;
import org.coupure.article.Passage;
import org.coupure.article.WebLocation;
import org.coupure.query.IndexedArticle;
import org.coupure.query.Query;
import org.coupure.record.Clips;
import org.coupure.record.RecordWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries in many languages, each asked of the store's index and of the articles themselves. */
class SearchLanguagesTest {
  /** A query with the ids of the records that it must find, and no others. */
  record Case(String language, String query, Set<String> ids) {}

  @TempDir static Path folder;

  private static final List<Article> ARTICLES = new ArrayList<>();
  private static ArticleStore store;

  @BeforeAll
  static void fillTheStore() throws IOException {
    store = ArticleStore.open(folder.resolve("s.sqlite"), notice -> {});
    for (String[] line : lines("R")) {
      String language = line[1];
      Article article =
          Clips.article(line[2], line[2] + ".html")
              .language(language)
              .headline(new Headline(line[3], null, null))
              .byline(new Byline(List.of("Reporter " + language), null))
              .place(
                  new WebLocation(
                      "https://" + language + ".example.org/" + line[2], null, null, null))
              .body(List.of(Passage.paragraph(line[4])))
              .build();
      ARTICLES.add(article);
      assertThat(store.add(RecordWriter.compact().write(Clips.clipped(article)))).isTrue();
    }
  }

  @AfterAll
  static void closeTheStore() throws IOException {
    store.close();
  }

  private static List<String[]> lines(String kind) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(SearchLanguagesTest.class.getResourceAsStream("search-cases.tsv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(kind + "\t"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }

  static List<Case> cases() throws IOException {
    return lines("Q").stream()
        .map(
            line ->
                new Case(
                    line[1],
                    line[2],
                    line[3].isEmpty() ? Set.of() : new TreeSet<>(List.of(line[3].split(" ")))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatItMust(Case one) throws IOException {
    Query query = Query.parse(one.query());

    Set<String> found =
        store.search(Selection.ALL.withQuery(query)).stream()
            .map(record -> record.article().id())
            .collect(Collectors.toSet());
    Set<String> matched =
        ARTICLES.stream()
            .filter(article -> query.matches(IndexedArticle.of(article)))
            .map(Article::id)
            .collect(Collectors.toSet());

    assertThat(found).isEqualTo(one.ids());
    assertThat(matched).isEqualTo(one.ids());
  }

  @Test
  void areAHundredQueriesInTwentyFiveLanguages() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(cases().stream().map(Case::language).distinct()).hasSizeGreaterThan(25);
  }
}
