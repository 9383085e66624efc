package org.coupure.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.article.Dates;
import org.coupure.article.Headline;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.Provenance;
import org.coupure.article.WebLocation;
import org.coupure.discover.Filter.Miss;
import org.coupure.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private static Link link(String url, String published) {
    return new Link(url, null, published == null ? null : Instant.parse(published), null, null);
  }

  private static Article article(String language, LocalDate day) {
    return Article.builder("1", new Provenance("x", null, null, null, "0"))
        .headline(new Headline("Le maire", null, null))
        .place(new WebLocation("https://example.org/politique/a", null, null, null))
        .dates(new Dates(Moment.of(day), null, null))
        .language(language)
        .body(List.of(new Passage(PassageKind.PARAGRAPH, "Il a parlé de l'eau.", 0)))
        .build();
  }

  private static Filter patterns(List<String> include, List<String> exclude) {
    return new Filter(compiled(include), compiled(exclude), List.of(), null, null);
  }

  private static List<UrlPattern> compiled(List<String> patterns) {
    Stream<UrlPattern> compiled = patterns.stream().map(UrlPattern::parse);
    return compiled.toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/politique/, true",
    "/tique/, false",
    "/*tique/, true",
    "example.org/politique, true",
    "tique/a, true",
    "*.html$, false",
    "/politique/a$, true",
    "regex:/[a-z]+/a$, true",
    "regex:^http://, false",
    "other.org, false",
  })
  void readsPatternsAsRobotsTxtDoes(String pattern, boolean expected) {
    assertThat(UrlPattern.parse(pattern).matches("https://example.org/politique/a"))
        .isEqualTo(expected);
  }

  @Test
  void saysWhatIsWrongWithAPattern() {
    assertThatThrownBy(() -> UrlPattern.parse("regex:a(b"))
        .hasMessage("not a regular expression: missing closing ): a(b");
    assertThatThrownBy(() -> UrlPattern.parse(" "))
        .hasMessage("the pattern is empty, so it would fit every URL");
  }

  @Test
  void aPatternOfManyStarsTakesNoTime() {
    UrlPattern hostile = UrlPattern.parse("/" + "a*".repeat(100) + "b$");

    assertThat(hostile.matches("https://example.org/" + "a".repeat(3000))).isFalse();
  }

  @Test
  void excludeWinsOverInclude() {
    Filter filter = patterns(List.of("/politique/"), List.of("/politique/video"));

    assertThat(filter.refusal(link("https://example.org/politique/a", null))).isEmpty();
    assertThat(filter.refusal(link("https://example.org/politique/video-1", null)))
        .contains(Miss.URL);
    assertThat(filter.refusal(link("https://example.org/sport/a", null))).contains(Miss.URL);
  }

  @Test
  void leavesOldLinksAndKeepsThoseWithoutDate() {
    Filter filter = Filter.NONE.withSince(NOON);

    assertThat(filter.refusal(link("https://a.org/1", "2026-03-10T11:59:59Z"))).contains(Miss.DATE);
    assertThat(filter.refusal(link("https://a.org/1", "2026-03-10T12:00:00Z"))).isEmpty();
    assertThat(filter.refusal(link("https://a.org/1", null))).isEmpty();
  }

  @Test
  void anArticleOfTheSameDayIsNotTooOld() {
    Filter filter = Filter.NONE.withSince(NOON);

    assertThat(filter.refusal(article("fr", LocalDate.of(2026, 3, 10)))).isEmpty();
    assertThat(filter.refusal(article("fr", LocalDate.of(2026, 3, 9)))).contains(Miss.DATE);
  }

  @Test
  void aLanguageStandsForItsRegions() {
    Filter filter = new Filter(List.of(), List.of(), List.of("fr"), null, null);

    assertThat(filter.refusal(article("fr-CA", LocalDate.EPOCH))).isEmpty();
    assertThat(filter.refusal(article("fro", LocalDate.EPOCH))).contains(Miss.LANGUAGE);
    assertThat(filter.refusal(article(null, LocalDate.EPOCH))).contains(Miss.LANGUAGE);
  }

  @Test
  void searchesTitleAndText() {
    Filter filter = new Filter(List.of(), List.of(), List.of(), null, Query.parse("maire eau"));
    Filter other = new Filter(List.of(), List.of(), List.of(), null, Query.parse("maire feu"));

    assertThat(filter.refusal(article("fr", LocalDate.EPOCH))).isEmpty();
    assertThat(other.refusal(article("fr", LocalDate.EPOCH))).contains(Miss.SUBJECT);
  }
}
