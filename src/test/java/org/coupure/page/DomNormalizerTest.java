package org.coupure.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomNormalizerTest {
  private static Document read(String body) {
    byte[] page = ("<!doctype html><body>" + body).getBytes(UTF_8);
    Content content = new PageReader(Limits.DEFAULT).read(Page.builder("p.html", page).build());
    return ((Content.Html) content).document();
  }

  private static String text(String body) {
    return read(body).body().wholeText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weighs 10<sup>6</sup> tonnes           | weighs 10^6 tonnes
          10<sup>−3</sup> m                      | 10^−3 m
          in 2006<sup>1</sup> and                | in 2006[1] and
          of 40<sup><a href=#n>2</a></sup>       | of 40[2]
          costs $4<sup>99</sup>                  | costs $4.99
          for 4<sup>99</sup> apples              | for 4^99 apples
          the 21<sup>st</sup> of March           | the 21st of March
          CO<sub>2</sub>, m<sup>2</sup>          | CO2, m2
          word<sup>1</sup>                       | word1
          in 1983<a class=footnote-ref href=#f>4</a> on | in 1983[4] on
          of 40<a role=doc-noteref href=#n>2</a> | of 40[2]
          10<span style='vertical-align: super'>6</span> | 10^6
          in 1983<span class=superscript>4</span> | in 1983[4]
          see 7<a class=note href=#n>8</a>       | see 78
          """)
  void keepsNumbersApartFromSuperscripts(String html, String shown) {
    assertThat(text("<p>" + html)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<pre><code><div>a</div><div>  b</div></code></pre>",
        "<pre><ol><li><code>a</code></li><li><code>  b</code></li></ol></pre>",
        "<pre><span style='display: block'>a</span><span style='display:block'>  b</span></pre>",
        "<div><code>a<br>&nbsp;&nbsp;b</code></div>",
        "<table class=highlight><tr><td class=gutter><pre>1\n2</pre><td><pre>a\n  b</pre></table>",
        "<table><tr><td class=blob-num>1<td class=blob-code>a"
            + "<tr><td class=blob-num>2<td class=blob-code>  b</table>",
        "<pre><span class=lineno>1</span>a\n<span class=lineno>2</span>  b</pre>"
      })
  void makesOneListingOfLines(String html) {
    Document document = read(html);

    assertThat(document.select("pre")).hasSize(1);
    assertThat(document.selectFirst("pre").wholeText()).isEqualTo("a\n  b");
  }

  @Test
  void leavesTablesOfNumbersAndInlineCodeAlone() {
    String html =
        "<p>Call <code>a()</code> or<br> b.</p><table><tr><td>1</td><td>2</td></tr></table>";

    Document document = read(html);

    assertThat(document.select("pre")).isEmpty();
    assertThat(document.select("td")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <ol><li>One thing<li>Another</ol>            | 1. One thing2. Another
          <ol start=4><li>One thing<li>Another</ol>    | 4. One thing5. Another
          <ol type=a><li>One<li value=27>Two</ol>      | a. Oneaa. Two
          <ol type=I start=4><li>One<li>Two</ol>       | IV. OneV. Two
          <ol reversed><li>One<li>Two</ol>             | 2. One1. Two
          <ol><li>1. One<li>2. Two</ol>                | 1. One2. Two
          <ol><li><a href=a>One</a><li><a href=b>Two</a></ol> | OneTwo
          <ul><li>One<li>Two</ul>                      | OneTwo
          """)
  void spellsOutTheNumbersOfLists(String html, String shown) {
    assertThat(text(html)).isEqualTo(shown);
  }

  @Test
  void makesOneItemOfShortParagraphs() {
    assertThat(read("<ul><li><p>A mole</p><p>with a light</p></li></ul>").select("p")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          so <img alt=✅ src=a.svg> it is               | so ✅ it is
          <img class=wp-smiley alt=:-) src=a.gif>       | :-)
          <img alt=T src=t.png>he board                 | The board
          <a href=t.gif><img alt=T src=t.gif></a>he board | The board
          <i class=lettrine><img alt=[T] src=t.gif></i>he board | The board
          a farewell <img class=emoji alt=:ship: src=x.png> | a farewell 🚢
          a farewell <img alt=:anchor: src=x.png>       | a farewell ⚓
          so <img alt=:thumbs-up: src=x.png>            | so 👍
          so <img alt=:no-such-thing: src=x.png>        | so
          <img alt=T src=t.png> he board                | NONE he board
          <img alt=Harbour src=t.png>                 | NONE
          """)
  void writesTheCharactersThatImagesStandFor(String html, String shown) {
    assertThat(text("<p>" + html).strip()).isEqualTo(shown.replace("NONE", "").strip());
  }

  @Test
  void decodesObfuscatedEmail() {
    String hidden = "<span class=__cf_email__ data-cfemail=2a4b6a48044945>[email&#160;protected]";

    assertThat(text("<p>" + hidden)).isEqualTo("a@b.co");
    assertThat(text("<p>" + hidden.replace("2a4b", "2x4b"))).contains("protected");
  }

  @Test
  void showsShadowRootsWithWhatTheirSlotsTake() {
    String host =
        """
        <x-card><template shadowrootmode=open><h2><slot name=head>None</slot></h2>
        <slot></slot><x-in><template shadowrootmode=open>Inner</template></x-in></template>
        <b slot=head>Head</b>Body</x-card>""";

    assertThat(text(host).replaceAll("\\s+", " ").strip()).isEqualTo("Head BodyInner");
    assertThat(text("<template>Not shown</template>")).isEqualTo("Not shown");
    assertThat(read("<template>Not shown</template>").select("template")).hasSize(1);
  }
}
