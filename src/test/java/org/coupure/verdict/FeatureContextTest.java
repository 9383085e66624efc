package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.Cut;
import org.coupure.block.Tags;
import org.coupure.model.WordOdds;
import org.coupure.page.Head;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureContextTest {
  private static FeatureContext view(String html) {
    return new FeatureContext(
        Cut.page(html), new ClassWords(WordOdds.NONE), WordSet.EMPTY, PhraseBook.bundled());
  }

  private static final String LONG =
      "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze";

  @Test
  void sumsHoldForAnyRange() {
    FeatureContext view = view("<p>a b</p><p><a>c d e f</a></p><p>" + LONG + "</p>");

    assertThat(view.totalTokens()).isEqualTo(21);
    assertThat(view.tokens(0, 2)).isEqualTo(6);
    assertThat(view.tokens(1, 1)).isZero();
    assertThat(view.linked(0, 2)).isEqualTo(4 / 6f);
    assertThat(view.linked(1, 1)).isZero();
    assertThat(view.longBlocks).isEqualTo(1);
    assertThat(view.longShare(1, 3)).isEqualTo(15 / 19f);
    assertThat(view.longShare(0, 0)).isZero();
  }

  @Test
  void linkedBlocksAreNotLong() {
    assertThat(view("<p><a>" + LONG + "</a></p>").longBlocks).isZero();
  }

  @Test
  void ancestorsAreCounted() {
    FeatureContext view = view("<div><ul><li>a</li></ul><p>b</p></div>");
    int li = view.boxRow(0);
    int p = view.boxRow(1);

    assertThat(view.tagAbove(li, 0)).isEqualTo(Tags.number("li"));
    assertThat(view.tagAbove(li, 1)).isEqualTo(Tags.number("ul"));
    assertThat(view.tagAbove(li, 9)).isZero();
    assertThat(view.signatureAbove(li, 9)).isZero();
    assertThat(view.levelsToCommon(li, p)).isEqualTo(2);
    assertThat(view.levelsToCommon(p, li)).isEqualTo(1);
    assertThat(view.levelsToCommon(p, p)).isZero();
  }

  @Test
  void widerAncestorsHoldMoreBlocks() {
    FeatureContext view = view("<main><div><div><p>a</p></div></div><p>b</p></main>");
    int p = view.boxRow(0);

    assertThat(view.outline.element(view.wider(p)).normalName()).isEqualTo("main");
    assertThat(view.wider(0)).isEqualTo(-1);
  }

  @Test
  void groupsAreThoseOfAllAttributesOfAnElement() {
    FeatureContext view = view("<div class=comments><p class=author id=comments>a<p id=x>b</div>");
    int p = view.boxRow(0);
    long comment = 1L << ClassWords.groupNames().indexOf("comment");
    long byline = 1L << ClassWords.groupNames().indexOf("byline");

    assertThat(view.groups(p)).isEqualTo(comment | byline);
    assertThat(view.groups(view.outline.parent(p))).isEqualTo(comment);
    assertThat(view.groups(view.boxRow(1))).isZero();
  }

  @Test
  void elementsThatLookAlikeHaveOneSignature() {
    FeatureContext view =
        view("<p class='card x' id=a>a<p class='card x'>b<p class=other>c<h2 class='card x'>d");

    assertThat(view.signature(view.boxRow(0)))
        .isEqualTo(view.signature(view.boxRow(1)))
        .isNotEqualTo(view.signature(view.boxRow(2)))
        .isNotEqualTo(view.signature(view.boxRow(3)));
  }

  @Test
  void sumsByKeyAreGrouped() {
    FeatureContext view = view("<p>a b</p><p><a>c d</a></p><p>" + LONG + "</p>");
    GroupedSums sums = new GroupedSums(3, true);
    int zero = sums.group(0);
    int first = sums.group(77);
    sums.add(first, view, 0, 2);
    sums.add(first, view, 2, 3);

    assertThat(sums.group(77)).isEqualTo(first);
    assertThat(first).isNotEqualTo(zero);
    assertThat(sums.count[first]).isEqualTo(2);
    assertThat(sums.blocks[first]).isEqualTo(3);
    assertThat(sums.tokens[first]).isEqualTo(19);
    assertThat(sums.linked(first)).isEqualTo(2 / 19f);
    assertThat(sums.longShare(first)).isEqualTo(15 / 19f);
    assertThat(sums.linked(zero)).isZero();
    assertThat(sums.longShare(zero)).isZero();
  }

  @Test
  void onlyGroupsWithMembersAreKept() {
    FeatureContext view = view("<p>a b</p><p>c</p><p>d e f</p>");
    GroupedSums sums = new GroupedSums(3, false);
    for (int i = 0; i < 3; i++) {
      sums.add(sums.group(i + 1), view, i, i + 1);
    }
    int[] members = {2, -1, 0, 2};
    GroupedSums kept = sums.only(members);

    assertThat(members).containsExactly(0, -1, 1, 0);
    assertThat(kept.tokens).containsExactly(3, 2);
    assertThat(kept.count).containsExactly(1, 1);
  }

  @Test
  void sumsByKeyHoldAsManyGroupsAsTheyWereMadeFor() {
    for (int most = 1; most < 70; most++) {
      GroupedSums sums = new GroupedSums(most, false);
      for (int i = 0; i < most; i++) {
        assertThat(sums.group((i + 1) * 0x9E3779B97F4A7C15L)).isEqualTo(i);
      }
      assertThat(sums.group(0x9E3779B97F4A7C15L)).isZero();
    }
  }

  // The head

  @ParameterizedTest
  @CsvSource({
    "article, 1",
    "news.Article, 1",
    "ARTICLE, 1",
    "website, 2",
    "WEBSITE, 2",
    "og:product, 3",
    "video.movie, 4",
    "profile, 5",
    "'', 0",
  })
  void typeOfThePageIsANumber(String type, int number) {
    String html = "<head><meta property=og:type content='" + type + "'>";

    assertThat(HeadWords.of(Head.of(Jsoup.parse(html)), "").openGraphType()).isEqualTo(number);
  }

  @Test
  void titlesAndDescriptionsAreSetsOfWords() {
    HeadWords head =
        HeadWords.of(
            Head.of(
                Jsoup.parse(
                    "<title>Le pont</title><meta property=og:title content='Le pont rouvre'>"
                        + "<meta name=description content='a b'><meta property=og:description"
                        + " content='b c'><meta name=author content=x>")),
            "");

    assertThat(head.titleWords().size()).isEqualTo(3);
    assertThat(head.descriptionWords().size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/A/b-1?x=Y, /a/b-1?x=y",
    "https://example.com, ''",
    "https://example.com/, /",
    "not an address, ''",
    "/a/b, ''",
    "'', ''",
  })
  void pathIsTheUrlBehindItsHost(String url, String path) {
    assertThat(HeadWords.of(Head.NONE, url).path()).isEqualTo(path);
  }
}
