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
  @ValueSource(strings = {"css-1x2y3z", "sc-bdVaJa", "kQlbLq", "post-8123", "row", "x1", "jsx-22"})
  void namesOfMachinesAndOfLooksAreLeftOut(String name) {
    assertThat(StableNames.of(element("<div class='" + name + "'>"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Story_body__x3dF2, Story_body__",
    "StoryBody-etcMtP, StoryBody-",
    "ArticleChunksGrid-hfxaau, ArticleChunksGrid-"
  })
  void partBeforeAHashIsTheAuthors(String name, String stable) {
    assertThat(StableNames.of(element("<div class='" + name + "'>")))
        .containsExactly("[class*=" + stable + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Page-header", "RichTextModule-items", "story-copy", "StoryBody"})
  void namesOfPeopleStay(String name) {
    assertThat(StableNames.of(element("<div class='" + name + "'>"))).containsExactly("." + name);
  }
}
