package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.PassageKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSegmenterTest {
  // Where blocks begin and end

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a</p><p>b</p> | a / b",
        "<p>a<p>b | a / b",
        "<div>a<div>b</div>c</div> | a / b / c",
        "a<p>b</p>c | a / b / c",
        "a<hr>b | a / b",
        "<h1>a</h1>b | a / b",
        "<ul><li>a<li>b</ul> | a / b",
        "<dl><dt>a<dd>b</dl> | a / b",
        "<table><tr><td>a<td>b<tr><td>c</table> | a / b / c",
        "<details><summary>a</summary>b</details> | a / b",
        "<figure><img><figcaption>a</figcaption></figure>b | a / b",
        "<a href=x><div>a</div><div>b</div></a> | a / b",
        "<span>a<p>b</p>c</span> | a / b / c",
        "<b>a<div>b</b>c</div> | a / bc",
        "<custom-element>a</custom-element>b | ab",
        "<button>a</button><label>b</label>c | a / b / c",
        "<fieldset><legend>a</legend>b</fieldset> | a / b",
        "<p>a<!-- b -->c</p> | ac",
        "<div> <p> </p> &nbsp; </div> |",
        "<font>a</font><center>b</center> | a / b",
        "a<wbr>b | ab",
        "<p>a</div></span>b</p> | ab",
      })
  void boxesAreBlocks(String html, String expected) {
    assertThat(Cut.texts(html)).isEqualTo(split(expected));
  }

  private static List<String> split(String blocks) {
    return blocks == null ? List.of() : List.of(blocks.split(" / "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo<b>bar</b> <i>baz</i> | foobar baz",
        "foo <b> bar </b> baz | foo bar baz",
        "foo<b> bar</b><i> baz</i> | foo bar baz",
        "foo <b>bar</b>, baz | foo bar, baz",
        "<a>foo</a> <a>bar</a> | foo bar",
        "<a>foo</a>&nbsp;<a>bar</a> | foo bar",
        "l’<em>été</em> | l’été",
        "H<sub>2</sub>O | H2O",
        "foo<span> </span>bar | foo bar",
        "foo<span></span>bar | foobar",
        "foo<b> </b>, bar | foo , bar",
        "foo&#9;&#10;&#13;bar | foo bar",
        "foo&nbsp;&ensp;&emsp;&thinsp;&#x202F;&#x3000;bar | foo bar",
        "10&#x202F;000&nbsp;€ | 10 000 €",
        "foo\u2028bar\u0085baz\u1680foo | foo bar baz foo",
        "ex&shy;tra&#x200B;or&#x2060;di&#xFEFF;naire | extraordinaire",
        "foo&shy; bar | foo bar",
        "foo &shy; bar | foo bar",
        "1&#x200F;&#x200E;2 | 12",
        "foo<img>bar | foobar",
        "foo<script>x</script>bar | foobar",
        "foo<img> <img>bar | foo bar",
      })
  void inlineElementsAreGluedAsBrowsersDo(String html, String expected) {
    assertThat(Cut.texts("<p>" + html + "</p>")).containsExactly(expected);
  }

  @Test
  void joinersThatSpellAreKept() {
    assertThat(Cut.texts("<p>👩\u200D🚀 می\u200Cخواهم</p>"))
        .containsExactly("👩\u200D🚀 می\u200Cخواهم");
    assertThat(Cut.texts("<p>zero\u200Cwidth</p>")).containsExactly("zerowidth");
  }

  @Test
  void scriptsWithoutSpacesGetNone() {
    assertThat(Cut.texts("<p>昨天<b>晚上</b>，<a>北京</a>下了<wbr>雨。</p>")).containsExactly("昨天晚上，北京下了雨。");
  }

  @Test
  void readingsOfRubyAreLeftOut() {
    assertThat(Cut.texts("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>だ</p>"))
        .containsExactly("漢字だ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script",
        "style",
        "template",
        "svg",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "textarea",
        "math",
        "noframes",
        "noembed",
        "datalist",
      })
  void whatIsNoTextIsLeftOut(String element) {
    assertThat(Cut.texts("<p>a</p><" + element + ">x</" + element + "><p>b</p>"))
        .containsExactly("a", "b");
  }

  @Test
  void choicesOfFormsAreLeftOut() {
    assertThat(Cut.texts("<form>a <select><option>x<option>y</select> b <input value=z></form>"))
        .containsExactly("a b");
  }

  @Test
  void templatesInsideTheBodyAreLeftOut() {
    assertThat(Cut.texts("<div><template><p>x</p></template>a</div>")).containsExactly("a");
  }

  // Line breaks

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a<br>b | a b",
        "a <br> b | a b",
        "a<br><br>b | a / b",
        "a<br> &nbsp; <br>b | a / b",
        "a<br><span> </span><br>b | a / b",
        "a<br><!-- x --><br>b | a / b",
        "a<BR/><Br>b | a / b",
        "a</br></br>b | a / b",
        "a<br><br><br><br>b | a / b",
        "<br>a<br> | a",
        "<br><br>a<br><br> | a",
        "a<br><b>b</b><br>c | a b c",
        "<b>a<br><br>b</b> | a / b",
        "a<br><img><br>b | a / b",
        "<br><br> |",
      })
  void twoBreaksInARowEndABlock(String html, String expected) {
    assertThat(Cut.texts("<div>" + html + "</div>")).isEqualTo(split(expected));
  }

  private static final String LINE =
      "Le conseil a voté le budget mardi soir, après quatre heures de débat et un vote serré.";

  private static final String OTHER =
      "« Nous n’avions pas le choix », a dit la maire, entourée de ses adjoints et des élus.";

  @Test
  void longLinesThatEndLikeSentencesAreParagraphs() {
    String long1 = LINE + " Il entre en vigueur demain.";
    String long2 = OTHER + " Elle n’a pas pris d’autres questions.";

    assertThat(Cut.texts("<p>" + long1 + "<br>" + long2 + " <br>\n" + long1 + "<br></p>"))
        .containsExactly(long1, long2, long1);
  }

  @Test
  void longLinesThatDoNotStayTogether() {
    String open = LINE.substring(0, LINE.length() - 1) + " dans la grande salle du conseil";

    assertThat(Cut.texts("<p>" + open + "<br>" + open + "<br>" + open + "</p>")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mairie de Sainte-Anne<br>12, rue du Port<br>97180 Sainte-Anne.",
        "Sous le pont coule une eau grise.<br>Nul ne la voit.<br>Nul ne l’entend.",
        "20 h : concert.<br>22 h : bal.<br>Minuit : feu d’artifice.",
      })
  void versesAndUrlsStayTogether(String html) {
    assertThat(Cut.only("<p>" + html + "</p>").text()).isEqualTo(html.replace("<br>", " "));
    assertThat(Cut.only("<p>" + html + "</p>").ink().breaks()).isEqualTo(2);
  }

  @Test
  void linesShareWhatIsLinked() {
    String line = LINE + " Il entre en vigueur demain.";
    List<Block> list = Cut.page("<p><img><a href=x>" + line + "<br>" + line + "</a></p>").list();

    assertThat(list).extracting(b -> b.ink().images()).containsExactly(1, 0);
    assertThat(list).allSatisfy(b -> assertThat(b.linkDensity()).isBetween(0.98, 1.0));
  }

  // Preformatted text

  @Test
  void preformattedTextKeepsItsLines() {
    Block block = Cut.only("<pre>\n\nif (a) {\n  b();\n}\n\n</pre>");

    assertThat(block.text()).isEqualTo("if (a) {\n  b();\n}");
    assertThat(block.kind()).isEqualTo(PassageKind.CODE);
  }

  @Test
  void preformattedTextMayHaveElements() {
    assertThat(Cut.texts("<pre><code>a <b>= 1</b><br>b&nbsp;= 2\r\n\n\nc</code></pre>"))
        .containsExactly("a = 1\nb = 2\n\n\nc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<pre> \n </pre>",
        "<pre>&#x200B;&#x3000;</pre>",
        "<pre>&nbsp;<b>&#x2003;</b></pre>"
      })
  void blankPreformattedTextIsNoBlock(String html) {
    assertThat(Cut.texts(html)).isEmpty();
  }

  @Test
  void controlCharactersAreNoText() {
    assertThat(Cut.texts("<p>a\u0001\u0007b</p><pre>a\u0001\tb\u0000\u001B</pre>"))
        .containsExactly("a b", "a\tb");
  }

  // Kinds

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a | paragraph a",
        "a | paragraph a",
        "<h1>a | heading1 a",
        "<h6><a href=x>a</a> | heading6 a",
        "<h2><div>a</div> | heading2 a",
        "<blockquote>a | quote a",
        "<blockquote><p>a | quote a",
        "<blockquote><ul><li>a | quote a",
        "<ul><li>a | list_item1 a",
        "<ol><li><p>a | list_item1 a",
        "<li>a | list_item1 a",
        "<ul><li><ul><li>a | list_item2 a",
        "<ul><ul><li><p>a | list_item2 a",
        "<dl><dd>a | list_item1 a",
        "<dl><dt>a | paragraph a",
        "<dl><dd><p>a | paragraph a",
        "<table><tr><td>a | table_row a",
        "<table><tr><th>a | table_row a",
        "<table><tr><td><p>a | paragraph a",
        "<table><caption>a | caption a",
        "<figure><figcaption><p>a | caption a",
        "<ul><li><h3>a | heading3 a",
        "<pre>a | code a",
        "<td>a | paragraph a",
      })
  void kindsComeFromTheElementsAround(String html, String expected) {
    assertThat(Cut.kinds(html)).containsExactly(expected);
  }

  @Test
  void nestedListsHaveLevels() {
    assertThat(Cut.kinds("<ul><li>a<ol><li>b<ul><li>c</ul></ol>d<li>e</ul>"))
        .containsExactly(
            "list_item1 a", "list_item2 b", "list_item3 c", "list_item1 d", "list_item1 e");
  }

  // Hidden text

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "style='display:none' | 1",
        "style='display : none!important' | 1",
        "style='DISPLAY: NONE' | 1",
        "style='color:red;&#10; display:\tnone ;' | 1",
        "style='visibility:hidden' | 1",
        "style='Visibility: Hidden' | 1",
        "style='visibility:collapse' | 1",
        "style='x:display;display:none' | 1",
        "hidden | 1",
        "hidden='' | 1",
        "HIDDEN=hidden | 1",
        "aria-hidden=true | 2",
        "ARIA-HIDDEN=TRUE | 2",
        "hidden aria-hidden=true | 3",
        "style='display:block' | 0",
        "style='display:nonesuch' | 0",
        "style='display:none;display:block' | 0",
        "style='backface-visibility:hidden' | 0",
        "style='-webkit-backface-visibility: hidden' | 0",
        "style='--display:none' | 0",
        "style='overflow:hidden' | 0",
        "style='display' | 0",
        "style='display:' | 0",
        "style=';:;' | 0",
        "style='' | 0",
        "aria-hidden=false | 0",
        "aria-hidden | 0",
        "data-hidden | 0",
      })
  void hiddenTextIsMarked(String attribute, int hidden) {
    assertThat(Cut.only("<p " + attribute + ">a</p>").hidden()).isEqualTo(hidden);
  }

  private static List<String> hidden(String html) {
    return Cut.page(html).list().stream().map(b -> b.text() + b.hidden()).toList();
  }

  @Test
  void hidingEndsWithItsElement() {
    assertThat(hidden("<div>a<div hidden>b<p>c</p></div>d</div>"))
        .containsExactly("a0", "b1", "c1", "d0");
    assertThat(hidden("<div hidden>a<p hidden>b</p>c</div>d"))
        .containsExactly("a1", "b1", "c1", "d0");
    assertThat(hidden("<div hidden>a<p aria-hidden=true>b</p>c</div>d"))
        .containsExactly("a1", "b3", "c1", "d0");
    assertThat(hidden("<div hidden></div>a")).containsExactly("a0");
  }

  @Test
  void noscriptIsKeptAndMarked() {
    assertThat(hidden("a<noscript>b<p>c</p></noscript>d")).containsExactly("a0", "b4", "c4", "d0");
    assertThat(hidden("<p>a <noscript>b</noscript> c</p>")).containsExactly("a0", "b4", "c0");
  }

  @Test
  void blockIsHiddenOnlyWhenAllOfItIs() {
    assertThat(hidden("<p><span hidden>a</span> b</p>")).containsExactly("a b0");
    assertThat(hidden("<p>a <span hidden>b</span></p>")).containsExactly("a b0");
    assertThat(hidden("<p><span hidden>a</span> <b aria-hidden=true hidden>b</b></p>"))
        .containsExactly("a b1");
    assertThat(hidden("<p><span hidden>a</span><br><br>b</p>")).containsExactly("a1", "b0");
  }

  // What is counted

  @Test
  void inkIsCounted() {
    Block block =
        Cut.only("<p>12345 <a href=x>12345 <b>123</b></a> <strong>12</strong><br><img>1</p>");

    assertThat(block.text()).isEqualTo("12345 12345 123 12 1");
    assertThat(block.ink()).isEqualTo(new Block.Ink(10, 1, 7, 1, 1));
    assertThat(block.linkDensity()).isEqualTo(0.5);
  }

  @Test
  void inkStartsAnewWithEveryBlock() {
    List<Block> list = Cut.page("<p><a>a</a><img></p><p>b</p><a><p>c</p></a>").list();

    assertThat(list)
        .extracting(Block::ink)
        .containsExactly(
            new Block.Ink(1, 1, 0, 0, 1), Block.Ink.PLAIN, new Block.Ink(1, 0, 0, 0, 0));
  }

  @Test
  void placesAreNoted() {
    Block block = Cut.only("<div class=x><p> <i>a</i> b</p></div>");

    assertThat(block.index()).isZero();
    assertThat(block.element().normalName()).isEqualTo("i");
    assertThat(block.box().normalName()).isEqualTo("p");
    assertThat(block).hasToString("Block[0 PARAGRAPH \"a b\"]");
  }

  // Odd pages

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "<html>", "<!-- a -->", "<html><head><title>a", "<p></p>", "<br>"})
  void emptyPagesHaveNoBlocks(String html) {
    Blocks blocks = Cut.page(html);

    assertThat(blocks.list()).isEmpty();
    assertThat(blocks.layout()).isEqualTo(Blocks.Layout.HTML);
    assertThat(blocks.isPlainText()).isFalse();
  }

  @Test
  void framesetsHaveNoText() {
    assertThat(Cut.texts("<frameset><frame src=a><noframes><body>b</body></noframes></frameset>"))
        .isEmpty();
  }

  @Test
  void textOutsideTheBodyIsRead() {
    assertThat(Cut.texts("<html><head></head>a<body>b</body></html>c<p>d"))
        .containsExactly("abc", "d");
  }

  @Test
  void documentOfTheXmlParserIsRead() {
    Document document = Jsoup.parse("<html><body><p>a</p>b</body></html>", "", Parser.xmlParser());

    assertThat(HtmlSegmenter.segment(document).list())
        .extracting(Block::text)
        .containsExactly("a", "b");
  }

  @Test
  void deepPagesAreReadToTheirEnd() {
    Blocks blocks = Cut.page("<p>top</p>" + "<div>".repeat(100_000) + "bottom");

    assertThat(blocks.list()).extracting(Block::text).containsExactly("top", "bottom");
    assertThat(blocks.deepest()).isBetween(500, 512);
    assertThat(Cut.page("<div><p>a</p></div>").deepest()).isEqualTo(2);
  }

  @Test
  void documentIsNotChanged() {
    Document document = Jsoup.parse("<div class=a>x<br><br>y<script>z</script></div>");
    String before = document.outerHtml();

    HtmlSegmenter.segment(document);

    assertThat(document.outerHtml()).isEqualTo(before);
  }

  @Test
  void sameDocumentGivesTheSameBlocks() {
    Document document = Jsoup.parse("<ul><li>a<li><b>b</b></ul><p class=c>d");
    Blocks first = HtmlSegmenter.segment(document);
    Blocks second = HtmlSegmenter.segment(document);

    assertThat(second.list()).usingRecursiveComparison().isEqualTo(first.list());
  }
}
