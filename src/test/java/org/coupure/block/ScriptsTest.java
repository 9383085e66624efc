package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ScriptsTest {
  private static Element script(String html) {
    return Jsoup.parse(html).expectFirst("script");
  }

  @Test
  void linkedDataIsKnownByItsType() {
    assertThat(Scripts.isLinkedData(script("<script type='application/ld+json'>{}</script>")))
        .isTrue();
    assertThat(Scripts.isLinkedData(script("<script type='application/LD+Json; x'>{}</script>")))
        .isTrue();
    assertThat(Scripts.isLinkedData(script("<script type='application/json'>{}</script>")))
        .isFalse();
    assertThat(Scripts.isLinkedData(script("<script>1</script>"))).isFalse();
  }

  @Test
  void sourceIsReadFromOneNodeOrMore() {
    Element script = script("<script>one</script>");
    assertThat(Scripts.data(script)).isEqualTo("one");

    script.appendChild(new DataNode("two"));
    assertThat(Scripts.data(script)).isEqualTo("onetwo");
    assertThat(Scripts.data(script("<script src=x></script>"))).isEmpty();
  }

  @Test
  void pageKeepsItsLinkedDataThoseOfTheHeadFirst() {
    Blocks page =
        Cut.page(
            "<head><script type=application/ld+json>1</script><script>2</script></head>"
                + "<body><p>a<script type=application/ld+json>3</script>");

    assertThat(page.linkedData()).containsExactly("1", "3").isSameAs(page.linkedData());
  }
}
