package org.coupure.rules.ftr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XPathToCssTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "//article ! article",
        "//div[@id='story'] ! div#story",
        "//*[@id=\"story\"] ! #story",
        "//div[@id='a']/p//b ! div#a > p b",
        "//div[@class='story text'] ! div[class~=^story text$]",
        "//div[contains(@class, 'story')] ! div[class~=story]",
        "//div[starts-with(@class,'story')] ! div[class~=^story]",
        "//img[@src] ! img[src]",
        "//img[not(@src)] ! img:not([src])",
        "//a[@rel='next' and @href] ! a[rel~=^next$][href]",
        "//*[contains(concat(' ',normalize-space(@class),' '),' x ')] ! .x",
        "//div[contains(concat(\" \", normalize-space(@class), \" \"), \" x \")] ! div.x",
        "//* ! *"
      })
  void whatCssCanSayIsCss(String xpath, String css) {
    assertThat(XPathToCss.css(xpath, false)).isEqualTo(css);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/html/body/div[3]",
        "//p[1]",
        "//a | //b",
        "//DIV",
        "//p[contains(., 'Read also')]",
        "//p[@class='a' or @class='b']",
        "//a[contains(@href, 'a.b?c')]",
        "//div[@class='  a']",
        "//div[contains(@class,'')]",
        "//div[b[@c]]",
        "//h1/text()",
        "//p/parent::div",
        "//meta/@content",
        "//div[contains(concat(' ',@class,' '),' x ')]",
        "//div[contains(concat(' ',normalize-space(@class),' '),' x ')]/p",
        "substring-after(//p, 'by')",
        "(//p)[1]",
        "//div["
      })
  void whatItCannotSayExactlyIsNot(String xpath) {
    assertThat(XPathToCss.css(xpath, false)).isNull();
  }

  @Test
  void valueMayBeAnAttribute() {
    assertThat(XPathToCss.css("//meta[@property='og:title']/@content", true))
        .isEqualTo("meta[property~=^og:title$]@content");
    assertThat(XPathToCss.css("//p//@title", true)).isNull();
  }

  /** jsoup's own [class=x], [class*=x] find all but the last of these, too. */
  @Test
  void caseAndOuterSpaceCount() {
    org.jsoup.nodes.Document page =
        org.jsoup.Jsoup.parse("<p class=X>1<p class=' x '>2<p class='x\n'>3<p class=x>4");

    assertThat(page.select(String.valueOf(XPathToCss.css("//p[@class='x']", false))).eachText())
        .containsExactly("4");
    assertThat(page.select("[class=x]").eachText()).contains("1", "4");
  }
}
