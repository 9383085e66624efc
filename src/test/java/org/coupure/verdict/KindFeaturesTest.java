package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.Cut;
import org.junit.jupiter.api.Test;

class KindFeaturesTest {
  @Test
  void microdataTypesStandInTheOutline() {
    String html =
        "<div itemscope itemtype='https://schema.org/Product'>a</div>"
            + "<p itemtype='https://schema.org/Alone'>b</p>"
            + "<script itemscope itemtype='https://schema.org/Unread'></script>"
            + "<ul itemscope itemtype='https://schema.org/ItemList'><li>c</ul>";

    List<String> types = Cut.page(html).outline().types();

    assertThat(types).containsExactly("https://schema.org/Product", "https://schema.org/ItemList");
  }

  @Test
  void everyValueHasItsOwnPlace() {
    KindWords words = KindWords.load();

    for (int i = 0; i < words.shape().size(); i++) {
      assertThat(words.place(words.shape().get(i))).isEqualTo(i);
    }
  }
}
