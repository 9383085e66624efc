package org.coupure.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StableNamesTest {
  private static Element element(String html) {
    return Jsoup.parse(html).body().child(0);
  }

  @Test
  void whatTheAuthorCalledItComesFirst() {
    assertThat(StableNames.of(element("<article id=story class='post-text' itemprop=articleBody>")))
        .containsExactly("[itemprop=articleBody]", "article", "#story", ".post-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "css-1x2y3z", "css-abcdef", "emotion-kQlbL", "sc-bdVaJa", "kQlbLq", "bdVaJa", "eKnLmv",
        "post-8123", "row", "x1", "jsx-22", "svelte-abcdef", "astro-WZYXV", "makeStyles-root-3",
        "w-[12px]", "md:flex", "text-[15px]", "mt-4", "px-2", "bg-body", "text-accentDark",
        "text-center", "hide", "hide-mobile", "desktop", "desktop-only", "d-none", "col-md-8",
        "sr-only", "is-layout-flow", "has-global-padding", "w-full", "max-w-xl", "flex-col"
      })
  void namesOfMachinesAndOfLooksAreLeftOut(String name) {
    assertThat(StableNames.of(element("<div class='" + name + "'>"))).isEmpty();
  }

  @Test
  void idsOfTheWholePageAndNumbersOfAListAreLeftOut() {
    assertThat(StableNames.of(element("<div id=content>"))).isEmpty();
    assertThat(StableNames.of(element("<div id=main-content>"))).isEmpty();
    assertThat(StableNames.of(element("<div id=img-1>"))).isEmpty();
    assertThat(StableNames.of(element("<div id=article-content>")))
        .containsExactly("#article-content");
  }

  @Test
  void prefixWithManyHashesIsAMachines() {
    StringBuilder page = new StringBuilder("<p class='nav-button'>");
    for (int i = 0; i < 20; i++) {
      page.append("<p class='abc-").append((char) ('a' + i)).append("mokyv'>");
    }
    assertThat(StableNames.machinePrefixes(Jsoup.parse(page.toString()))).isEmpty();
    page.append("<p class='abc-pagas8'>");
    assertThat(StableNames.machinePrefixes(Jsoup.parse(page.toString()))).containsExactly("abc-");
  }

  @ParameterizedTest
  @CsvSource({
    "Story_body__x3dF2, Story_body__",
    "StoryBody-etcMtP, StoryBody-",
    "story-module--copy--aB3xY, story-module--copy--",
    "ArticleChunksGrid-hfxaau, ArticleChunksGrid-"
  })
  void partBeforeAHashIsTheAuthors(String name, String stable) {
    assertThat(StableNames.of(element("<div class='" + name + "'>")))
        .containsExactly("[class*=" + stable + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Page-header",
        "RichTextModule-items",
        "story-copy",
        "StoryBody",
        "text-block",
        "text-content",
        "content-body",
        "promo-box",
        "bigStory",
        "blockquote",
        "prose-lg"
      })
  void namesOfPeopleStay(String name) {
    assertThat(StableNames.of(element("<div class='" + name + "'>"))).containsExactly("." + name);
  }
}
