package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SniffingTest {
  private static final String PROSE =
      "Le conseil a voté le budget mardi soir, après quatre heures de débat.\n\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>a",
        "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">a",
        "\n\t <html lang=fr>a",
        "<HTML><BODY>a",
        "\uFEFF<html>a",
        "<HEAD><TITLE>a</TITLE>",
        "<body class=x>a",
        "<title>a</title>",
        "<meta charset=utf-8>a",
        "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\">a",
        "<?php echo 1 ?><html>a",
        "<!-- a --><!-- b -->\n<html>a",
        "<!-- saved, and cut off in the comment",
        "<p>a</p>",
        "<Div>a</Div>",
        "<P>a<BR>b",
        "<p>a<p>b",
        "<div\n class=a>b",
        "<img src=a><br/>b",
        "Notice: undefined\n<html><head><title>a</title></head><body>b</body></html>",
        "a<br>b<br>c<br>d<br>e",
      })
  void theseAreHtml(String text) {
    assertThat(Sniffing.isHtml(text, null)).isTrue();
  }

  @Test
  void htmlAfterALongCommentIsHtml() {
    String comment = "<!--\n Page saved with a tool\n" + "-".repeat(5_000) + "x -->";

    assertThat(Sniffing.isHtml(comment + "\n<html><p>a", null)).isTrue();
    assertThat(Sniffing.isHtml(comment + "\n" + PROSE, null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1 < 2 and 3 > 2",
        "<3 to all of you",
        "<- back | next ->",
        "Le <p> ouvre un paragraphe, </p> le ferme.",
        "The <header> of a page is not its <head>; the <body> comes after both.",
        "<headline> is no element.",
        "<html-like> neither",
        "Write <br> once, and <br> twice, and </p>.",
        "<anna@example.com> a écrit :",
      })
  void theseAreText(String text) {
    assertThat(Sniffing.isHtml(text, null)).isFalse();
  }

  @Test
  void longTextMayMentionManyTags() {
    String lesson = PROSE.repeat(20) + "</p> </div> </li> </td>\n\n" + PROSE.repeat(100);

    assertThat(Sniffing.isHtml(lesson, null)).isFalse();
    assertThat(Sniffing.isHtml(lesson, "text/html")).isFalse();
  }

  @Test
  void textThatQuotesAPageOnOneLineIsText() {
    String quoted = "<h1>a</h1> <p>b</p> <p>c</p> <p>d</p> <p>e</p>\n\n";

    assertThat(Sniffing.isHtml(PROSE.repeat(20) + quoted + PROSE.repeat(20), null)).isFalse();
    assertThat(Sniffing.isHtml(PROSE.repeat(3) + quoted.repeat(3), null)).isTrue();
  }

  @Test
  void dumpServedAsHtmlIsText() {
    assertThat(Sniffing.isHtml(PROSE.repeat(5), "text/html; charset=utf-8")).isFalse();
  }

  @Test
  void oneTagIsEnoughWhenTheHeaderSaysHtml() {
    assertThat(Sniffing.isHtml("a<br>b", "TEXT/HTML")).isTrue();
    assertThat(Sniffing.isHtml("a<br>b", "application/xhtml+xml")).isTrue();
    assertThat(Sniffing.isHtml("a<br>b", "text/plain")).isFalse();
    assertThat(Sniffing.isHtml("a<br>b", null)).isFalse();
  }

  @Test
  void hostileTextTakesNoTime() {
    assertThat(Sniffing.isHtml("<".repeat(1_000_000), null)).isFalse();
    assertThat(Sniffing.isHtml("a" + "<!--".repeat(1_000_000), null)).isFalse();
    assertThat(Sniffing.isHtml("<!---->".repeat(500_000) + "a", null)).isFalse();
  }
}
