package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CssSelectorTest {
  private static final String PAGE =
      """
      <html class=js><body id=top>
      <div id=a class='x y x'><p class=y>1</p><p class='y z' title='.z'>2</p></div>
      <div class='x-y é'><p class=z>3</p><a href='#a'>4</a></div>
      """;

  /** The short cuts through the index of names must not be seen in what is found. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".y",
        "#a",
        "p",
        "p.y",
        ".y.z",
        ".x .z",
        ".x > .y",
        ".js .z",
        "#top #a",
        "div .y + .z",
        ".x, .z",
        "p:not(.z)",
        "p:not(.y)",
        "[title=.z]",
        "[href=#a]",
        "p[title].z",
        ".é p",
        ".x-y p",
        "p.z:first-child",
        "*",
        ".none",
        ".none .y",
        "div:has(.z)",
        ".x p",
        "#top p",
        ".js p[title]",
        "#top > div > p",
        ".x p + p",
        ".x:not(.q) p",
        ".x:has(.y) .z",
        "#top:has(.x, .q) p",
        ".x:not(.x .y)",
        ".y:not(.z)",
        ".x:is(.y, .q) p",
        ".x-y:has(a) > p:not(.y)",
        ".x:has(p:not(.y)) p"
      })
  void findsWhatJsoupFinds(String css) {
    Document document = Jsoup.parse(PAGE);

    List<Element> found = CssSelector.parse(css, "test", false).elements(new PageDom(document));

    assertThat(found).containsExactlyElementsOf(document.select(css));
  }
}
