package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BallastTest {
  private static final String START = "<!DOCTYPE html><title>a</title>";

  private static String without(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    String text = Utf8Decoder.decode(bytes, Ballast.in(bytes));
    assertThat(text).isNotNull();
    return text;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "<script#let a = 1;</script#",
        "<SCRIPT async src=x.js#f()</SCRIPT #",
        "<script type='text/javascript'#if (a < b && '</p#') f()</script#",
        "<script type=module data-a=\"1 # 0\"#import 'x'</script#",
        "<script#//<![CDATA[ f()//]]#</script#",
        "<style media=screen#p # a { color: red }</style#",
      })
  void bodiesOfScriptsAndStyleSheetsAreLeftOut(String element) {
    String html = element.replace('#', '>');
    int body =
        html.startsWith("<script type=module") ? html.indexOf("\">") + 2 : html.indexOf('>') + 1;
    String empty = html.substring(0, body) + html.substring(html.lastIndexOf("</"));

    assertThat(without(START + html + "<p>é</p>" + html))
        .isEqualTo(START + empty + "<p>é</p>" + empty);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=application/ld+json>{\"a\": 1}</script>",
        "<script type=text/template><p>a</p></script>",
        "<script>window.__STATE__ = {}</script>",
        "<script><!-- f() --></script>",
        "<script>open and never closed",
        "<script src=a\"b>f()</script>",
        "<!-- <script> --><p>a</p><!-- </script> -->",
        "<textarea><script>a</script></textarea>",
        "<title>the <script>tag</script></title>",
        "<xmp><style>a</style></xmp>",
        "<style>a { content: '<b>' }</style>",
        "<p title='<script>'>a</p>",
        "<scripts>a</scripts>",
        "<script></script><style></style>",
        "<",
        "<s",
        "<!--",
        "<script",
        "<style>",
      })
  void allElseStays(String html) {
    assertThat(without(START + html)).isEqualTo(START + html);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>a", "How <script>f()</script> works", "<?xml version=1.0?><html>"})
  void whatDoesNotBeginLikeHtmlStaysWhole(String beginning) {
    String text = beginning + "<script>f()</script>";

    assertThat(without(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a<script>f()</script>b</p><div>c</div>",
        "<a title='<script>'>a</a><p>b</p><script>f()</script><p>c",
        "<script>var s = '<script>x<\\/script>'; g()</script><p>a</p>",
        "<script>'<!--<script>'</script><p>a</p>--></script><p>b",
        "<svg><style></style><title>t</title></svg><p>a</p><style>b{}</style>",
        "<noscript><style>a{}</style><p>n</p></noscript><p>a",
        "<table><script>f()</script><tr><td>a<style>b</style></table>",
        "<iframe><script>f()</script></iframe><p>a",
        "<p data-a='<style>'>a</p><style>x{}</style>",
      })
  void theParseIsTheSameButForTheirData(String html) {
    assertThat(shape(without(START + html))).isEqualTo(shape(START + html));
  }

  private static String shape(String html) {
    Document document = Jsoup.parse(html);
    StringBuilder shape = new StringBuilder(document.text());
    for (Element element : document.getAllElements()) {
      shape.append('\n').append(element.cssSelector()).append(element.attributes());
    }
    return shape.toString();
  }

  @Test
  void plainTextAboutScriptsStaysWhole() {
    byte[] bytes = "Write <script>f()</script>.".getBytes(StandardCharsets.UTF_8);

    Content content = new PageReader(Limits.DEFAULT).read(Page.builder("a.txt", bytes).build());

    assertThat(((Content.PlainText) content).decoded().text())
        .isEqualTo("Write <script>f()</script>.");
  }
}
