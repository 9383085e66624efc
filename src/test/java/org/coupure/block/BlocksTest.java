package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.coupure.text.PhraseBook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Test
  void phrasesAreThoseOfTheBookAskedAbout() {
    Blocks page = TextSegmenter.segment("Buy a ticket\n\nFeed the cat\n");
    PhraseBook tickets = PhraseBook.ofSite("a.example.yaml", Map.of(1, "Buy a ticket"));
    PhraseBook cats = PhraseBook.ofSite("b.example.yaml", Map.of(1, "Feed the cat"));

    assertThat(page.phrases(tickets).get(0)).isNotNull();
    assertThat(page.phrases(cats).get(0)).isNull();
    assertThat(page.phrases(cats).get(1)).isNotNull();
  }

  @Test
  void nobodyChangesTheLinkedDataThatOthersGet() {
    Blocks page =
        HtmlSegmenter.segment(
            Jsoup.parse("<script type=application/ld+json>{\"name\": \"a\"}</script><p>Text"));

    assertThat(page.linkedData()).containsExactly("{\"name\": \"a\"}");
    assertThatThrownBy(() -> page.linkedData().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
