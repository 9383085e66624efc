package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.Outline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class NameIndexTest {
  private static final NameIndex INDEX =
      NameIndex.of(
          Jsoup.parse(
              """
              <body class="post single"><div id=a class="card  post
              wide">1</div><iframe class=post></iframe><p id=a>2</p>
              <p class="card card">3</p><p class="card">4</p><p class="Card cards">5</p>
              <p class="card card">6</p>
              """));

  private static List<String> texts(List<Element> elements) {
    return elements.stream().map(Element::ownText).toList();
  }

  private static NameIndex outlined(Document page) {
    Outline outline = HtmlSegmenter.segment(page).outline();
    return NameIndex.of(page, outline, new ClassNames(outline.classNames().attributes()));
  }

  @Test
  void elementsOfAClassComeInPageOrderWhateverElseTheyAre() {
    assertThat(texts(INDEX.ofClass("card"))).containsExactly("1", "3", "4", "6");
    assertThat(INDEX.ofClass("post"))
        .extracting(Element::normalName)
        .containsExactly("body", "div", "iframe");
    assertThat(texts(INDEX.ofClass("wide"))).containsExactly("1");
  }

  @Test
  void namesAreComparedWholeAndInTheirOwnCase() {
    assertThat(texts(INDEX.ofClass("Card"))).containsExactly("5");
    assertThat(INDEX.ofClass("car")).isEmpty();
    assertThat(INDEX.ofClass("")).isEmpty();
  }

  @Test
  void anIdMayBeGivenTwice() {
    assertThat(texts(INDEX.withId("a"))).containsExactly("1", "2");
    assertThat(INDEX.withId("b")).isEmpty();
  }

  @Test
  void fromTheOutlineOfBlocksItIsTheSame() {
    Document page =
        Jsoup.parse(
            """
            <html class=js id=top><head><meta id=m class=x></head>
            <body class="x y"><svg class=x><g class=y id=g></g></svg><p class=x>1
            <select class=y id=s><option class=x>o</select></p><p class="y x">2</p>
            <iframe class=x></iframe>""");

    NameIndex walked = NameIndex.of(page);
    NameIndex outlined = outlined(page);

    for (String name : List.of("js", "x", "y")) {
      assertThat(outlined.ofClass(name)).isNotEmpty().isEqualTo(walked.ofClass(name));
    }
    for (String id : List.of("top", "m", "g", "s")) {
      assertThat(outlined.withId(id)).hasSize(1).isEqualTo(walked.withId(id));
    }
  }
}
