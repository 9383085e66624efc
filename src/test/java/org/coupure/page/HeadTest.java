package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadTest {
  private static Head head(String html) {
    return Head.of(Jsoup.parse(html));
  }

  @ParameterizedTest
  @CsvSource({
    "<link rel=canonical href=https://a.example/x>, https://a.example/x",
    "<meta property=og:url content=http://a.example/y>, http://a.example/y",
    "<meta property=og:url content=http://a/y><link rel=Canonical href=http://b/x>, http://b/x",
    "<link rel=canonical href=/x><meta property=og:url content=http://a/y>, http://a/y",
    "<link rel=canonical href=/x>, ",
    "<title>x</title>, "
  })
  void urlIsTheCanonicalLinkOrElseTheOneForSharing(String head, String url) {
    assertThat(head("<head>" + head).url()).isEqualTo(url);
  }

  @Test
  void metaElementsAreKnownByEachOfTheirNames() {
    Head head =
        head(
            "<meta name='Author' content=' Jane \n Roe '><meta property=author content=B>"
                + "<meta itemprop=author content=C><meta http-equiv=Author content=D>"
                + "<meta name=author content=' '>");

    assertThat(head.metas("author")).containsExactly("Jane Roe", "B", "C", "D");
    assertThat(head.meta("author")).isEqualTo("Jane Roe");
    assertThat(head.meta("other")).isNull();
  }

  @Test
  void modelsSeeWhatIsStatedByOneNameOnly() {
    Head head =
        head(
            "<meta property=og:title content=' A '><meta property=og:title name=x content=B>"
                + "<noscript><meta property=og:title content=C></noscript>");

    assertThat(head.stated("og:title")).containsExactly(" A ");
    assertThat(head.metas("og:title")).containsExactly("A", "B", "C");
  }

  @Test
  void elementsThatTheParserPutsIntoTheBodyCount() {
    Head head =
        head(
            "<html xml:lang=de><p>x<base href=/b/><link rel='next prev' href=/2 title=t>"
                + "<meta name=a content=1><div itemscope><meta itemprop=a content=2></div>");

    assertThat(head.language()).isEqualTo("de");
    assertThat(head.base()).isEqualTo("/b/");
    assertThat(head.links()).containsExactly(new Head.Link("next prev", "/2", "", "t"));
    assertThat(head.links().get(0).is("NEXT")).isTrue();
    assertThat(head.metas("a")).containsExactly("1");
  }

  @Test
  void titleIsTheFirstThatSaysSomething() {
    Head head = head("<title> </title><title>One</title>");

    assertThat(head.title()).isEqualTo("One");
    assertThat(Head.NONE.title()).isNull();
  }

  @Test
  void furtherValuesComeBehindTheHeads() {
    Head head = head("<title>t</title><meta name=a content=1>");

    Head more = head.with(Map.of("a", List.of("2"), "b", List.of("3")));

    assertThat(more.metas("a")).containsExactly("1", "2");
    assertThat(more.meta("b")).isEqualTo("3");
    assertThat(more.title()).isEqualTo("t");
    assertThat(head.with(Map.of())).isSameAs(head);
  }
}
