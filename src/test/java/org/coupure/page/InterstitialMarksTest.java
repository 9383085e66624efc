package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.article.PageKind;
import org.coupure.text.WordLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterstitialMarksTest {
  private static final InterstitialMarks WALLS = InterstitialMarks.bundled();
  private static final Set<PageKind> ANY = EnumSet.allOf(PageKind.class);

  @ParameterizedTest
  @CsvSource({
    "Just a moment..., CHALLENGE",
    "Attention Required! | Cloudflare, CHALLENGE",
    "Access Denied, CHALLENGE",
    "404 Not Found, ERROR",
    "404, ERROR",
    "Error 404, ERROR",
    "Page not found – The Daily Example, ERROR",
    "Oops! That page can’t be found., ERROR",
    "Seite nicht gefunden | Beispiel, ERROR",
    "Page introuvable - Exemple, ERROR",
    "Sayfa Bulunamadı, ERROR",
    "Страница не найдена, ERROR",
    "ページが見つかりません, ERROR",
    "الصفحة غير موجودة, ERROR",
    "Before you continue to YouTube, CONSENT",
    "Einen Moment bitte…, CHALLENGE",
    "Один момент…, CHALLENGE",
  })
  void titlesGiveWallsAway(String title, PageKind kind) {
    assertThat(WALLS.inTitle(title)).map(InterstitialMarks.Wall::kind).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The page not found in the archive for 404 years",
        "Just a moment with the mayor",
        "1984",
        "Error-prone: why programmers fail",
        ""
      })
  void titlesOfArticlesDoNot(String title) {
    assertThat(WALLS.inTitle(title)).isEmpty();
  }

  @Test
  void headersAreReadInAnyCase() {
    Map<String, List<String>> headers = Map.of("CF-Mitigated", List.of("Challenge"));

    assertThat(WALLS.inHeaders(headers))
        .contains(
            new InterstitialMarks.Wall(PageKind.CHALLENGE, "header", "cf-mitigated: challenge"));
    assertThat(WALLS.inHeaders(Map.of("cf-ray", List.of("8f00")))).isEmpty();
  }

  @Test
  void urlsOfConsentPagesAreKnown() {
    assertThat(WALLS.inUrl("https://consent.yahoo.com/v2/collectConsent?sessionId=1"))
        .map(InterstitialMarks.Wall::kind)
        .contains(PageKind.CONSENT);
    assertThat(WALLS.inUrl("https://example.org/consent-of-the-governed")).isEmpty();
  }

  @Test
  void ofSeveralMarksTheFirstByNameIsNamedAlways() {
    String html = "<script>window._cf_chl_opt={}</script><div class=\"cf-turnstile\"></div>";

    assertThat(WALLS.inSource(html, ANY))
        .contains(new InterstitialMarks.Wall(PageKind.CHALLENGE, "html", "_cf_chl_opt"));
    assertThat(WALLS.inSource(html, Set.of(PageKind.ERROR))).isEmpty();
  }

  /** In lower case it is two characters, so that the text grows. */
  @ParameterizedTest
  @ValueSource(strings = {"İ", "İİİİ", "İSTANBULDA YENİ KÖPRÜ", "İzmir | İİ"})
  void aTurkishCapitalIsNoWall(String title) {
    assertThat(WALLS.inTitle(title)).isEmpty();
  }

  @Test
  void curlyApostrophesAreStraight() {
    assertThat(WALLS.inText("Please prove you’re not a robot.", ANY))
        .map(InterstitialMarks.Wall::mark)
        .contains("prove you're not a robot");
  }

  @Test
  void aLineThatIsNoMarkIsNamed() {
    List<WordLists.Entry> lines = WordLists.parse("walls.txt", "# marks\nchallenge nose: x\n");

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> InterstitialMarks.of(lines))
        .withMessage("walls.txt:2: expected 'what place: mark' but was 'challenge nose'");
  }
}
