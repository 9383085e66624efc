package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.HashSet;
import java.util.Locale;
import org.coupure.block.Cut;
import org.coupure.block.RandomPage;
import org.coupure.model.WordOdds;
import org.coupure.text.PhraseBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {
  private static final ClassWords WORDS = new ClassWords(WordOdds.NONE);

  private static final String PROSE =
      "Le conseil a voté le budget mardi soir, après quatre heures de débat et un vote serré.";

  private static float[] values(String html) {
    FeatureContext view =
        new FeatureContext(
            Cut.page(html), WORDS, BlockClassifier.functionWords(), PhraseBook.bundled());
    return Features.of(view).values();
  }

  private static float value(String html, int block, String name) {
    return values(html)[block * Features.NAMES.size() + Features.NAMES.indexOf(name)];
  }

  @Test
  void namesAreUnique() {
    assertThat(new HashSet<>(Features.NAMES)).hasSameSizeAs(Features.NAMES);
  }

  @Test
  void everyBlockHasAllOfThem() {
    assertThat(values("<p>a<p>b<p>c")).hasSize(3 * Features.NAMES.size());
    assertThat(values("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "<p>.</p>",
        "<p>—</p><p>…</p>",
        "<a href=x>a</a>",
        "<body><p>\uD83D\uDE00</p>",
        "<p>\u0301</p>",
        "<title></title><meta property=og:title content=''><p>a",
        "<title>a</title><p>a</p><p>a</p>",
        "<h1>a</h1><h1>b</h1>",
        "<p hidden>a</p>",
        "<noscript><p>a</p></noscript>",
        "<table><tr><td>1<td>2<tr><td>3<td>4</table>",
        "<p class='   ' id='' role=''>a",
        "<pre>\n\n  a\n</pre>",
        "<script type=application/ld+json>{\"articleBody\": \"\\u00e9\\</script><p>a",
        "<script type=application/ld+json>{\"articleBody\"</script><p>a",
      })
  void oddPagesHaveFiniteValues(String html) {
    checkFinite(html);
  }

  private static void checkFinite(String html) {
    float[] values = values(html);
    for (int i = 0; i < values.length; i++) {
      String name = Features.NAMES.get(i % Features.NAMES.size());
      assertThat(Float.isFinite(values[i])).as("%s in %s", name, html).isTrue();
    }
  }

  @Test
  void randomPagesHaveFiniteValues() {
    for (int seed = 2_000; seed < 2_100; seed++) {
      checkFinite(RandomPage.html(seed));
    }
  }

  @Test
  void manyBlocksHaveFiniteValues() {
    checkFinite(("<div class=card><a href=x>a</a><p>" + PROSE + "</p></div>").repeat(1_500));
  }

  @Test
  void deepPagesHaveFiniteValues() {
    checkFinite("<p>a</p>" + "<div class=c><b>x".repeat(400));
  }

  @Test
  void equalPagesHaveEqualValues() {
    for (int seed = 2_100; seed < 2_150; seed++) {
      String html = RandomPage.html(seed);

      assertThat(values(html)).isEqualTo(values(html));
    }
  }

  @Test
  void whatIsRememberedOfOtherPagesChangesNothing() {
    String html = "<div class='entry-content post-7'><p id=lead>" + PROSE + "</p></div>";
    float[] before = values(html);
    for (int seed = 0; seed < 50; seed++) {
      values(RandomPage.html(seed));
    }

    assertThat(values(html)).isEqualTo(before);
  }

  private static final String PAGE =
      """
      <html><head><title>Le budget est voté - Le Journal</title>
      <meta property="og:type" content="article"></head><body>
      <nav class="main-menu"><ul><li><a href=1>Monde</a><li><a href=2>Sport</a></ul></nav>
      <article class="post"><h1>Le budget est voté</h1>
      <div class="entry-content"><p>%1$s <b>Oui</b></p><p>%1$s</p></div></article>
      <div class="related"><h3>Lire aussi</h3>
      <div class="card"><a href=3><p>Un autre article</p><p>hier</p></a></div>
      <div class="card"><a href=4><p>Un troisième article</p><p>avant-hier</p></a></div></div>
      """
          .formatted(PROSE);

  @ParameterizedTest
  @CsvSource({
    // Blocks: 0 Monde, 1 Sport, 2 headline, 3 and 4 prose, 5 heading, 6 to 9 cards.
    "0, tokens, 1",
    "0, linkDensity, 1",
    "0, item_tokens, 1",
    "0, in_footer, 0",
    "0, page_blocks, 10",
    "0, page_p, 6",
    "2, headingLevel, 1",
    "2, titleCover, 0.8",
    "2, titleShare, 1",
    "2, fromTitle, 0",
    "2, fromH1, 0",
    "3, fromH1, 1",
    "3, headingAbove, 1",
    "3, fromHeading, 1",
    "3, end, 0",
    "4, end, 3",
    "4, sentenceRate, 0.0588235",
    "4, tokensBefore, 24",
    "4, up1_pageShare, 0.6730769",
    "4, candidate_in, 1",
    "4, candidate_up, 0",
    "4, linkDensity, 0",
    "6, card_count, 2",
    "6, card_blocks, 2",
    "6, candidate_in, 0",
    "9, fromEnd, 1",
    "9, after1_tokens, -1",
    "9, after1_tag, -1",
    "9, before1_tokens, 3",
    "9, around3_linked, 1",
  })
  void valuesSayWhatTheirNamesSay(int block, String name, float expected) {
    assertThat(value(PAGE, block, name)).isCloseTo(expected, offset(1e-5f));
  }

  @ParameterizedTest
  @CsvSource({
    "<p class=comments>a, 3",
    "<p><b class=comments>a, 3",
    "<div class=comments><p>a, 2",
    "<div class=comments><div><div><p>a, 2",
    "<div class=comments><div><div><div><p>a, 1",
    "<div class=comments></div><p>a, 0",
  })
  void groupsOfClassesCountLessTheFartherUpTheyAre(String html, float expected) {
    assertThat(value(html, 0, "class_comment")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"<main><div><p>a, 1, 0", "<footer><p>a, 0, 1", "<p>a, 0, 0"})
  void elementsAroundAreTold(String html, float inMain, float inFooter) {
    assertThat(value(html, 0, "in_main")).isEqualTo(inMain);
    assertThat(value(html, 0, "in_footer")).isEqualTo(inFooter);
  }

  private static final String PICTURES =
      """
      <p>%1$s</p>
      <div class="a1b2"><div><img src=x></div><p>Le maire hier.</p><p>Photo AFP</p></div>
      <p>Un vote serré.</p>
      <blockquote>après quatre heures de débat</blockquote><p>%1$s</p>
      """
          .formatted(PROSE);

  @ParameterizedTest
  @CsvSource({
    // Blocks: 0 prose, 1 caption, 2 credit, 3 prose, 4 pull quote, 5 the first again.
    "0, image_before, 1",
    "1, image_before, 0",
    "1, image_up1, 1",
    "2, image_before, 1",
    "3, image_before, 2",
    "3, image_up1, 1",
    "0, echo, 1",
    "1, echo, 0",
    "4, echo, 1",
    "5, echo, 1",
  })
  void picturesAndEchoesAreFound(int block, String name, float expected) {
    assertThat(value(PICTURES, block, name)).isCloseTo(expected, offset(1e-5f));
  }

  @Test
  void localeDoesNotMatter() {
    float[] turkish = values(PAGE);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      assertThat(values(PAGE)).isEqualTo(turkish);
    } finally {
      Locale.setDefault(before);
    }
  }
}
