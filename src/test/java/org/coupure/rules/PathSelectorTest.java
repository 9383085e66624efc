package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way of XPath finds what the general engine finds. */
class PathSelectorTest {
  private static final String[] TAGS = {"div", "p", "span", "section", "a"};
  private static final String[] NAMES = {"story", "story-text", " ad ", "Story", "ad box", ""};

  private static Document page(Random random) {
    Document document = Jsoup.parse("<p>");
    List<Element> elements = new ArrayList<>(List.of(document.body()));
    for (int i = 0; i < 40; i++) {
      Element parent = elements.get(random.nextInt(elements.size()));
      Element child = parent.appendElement(TAGS[random.nextInt(TAGS.length)]);
      if (random.nextBoolean()) {
        child.attr("class", NAMES[random.nextInt(NAMES.length)]);
      }
      if (random.nextInt(4) == 0) {
        child.attr("id", NAMES[random.nextInt(NAMES.length)]);
      }
      child.appendText("text " + i);
      elements.add(child);
    }
    return document;
  }

  private static PathSelector quick(String expression) {
    return new PathSelector("here", PathParser.parse(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//div",
        "//*",
        "/html/body/div",
        "/div",
        "//div/p",
        "//div//p",
        "//div//span/a",
        "//section/descendant::a",
        "//div[@class]",
        "//div[@class='story']",
        "//*[@id=\"story\"]//p",
        "//*[contains(@class,'story')]",
        "//*[contains(@class, '')]",
        "//p[starts-with(@class, 'ad')]",
        "//*[contains(concat(' ', normalize-space(@class), ' '), ' ad ')]",
        "//*[contains(concat(' ',@class,' '),' story ')]",
        "//*[normalize-space(@class)='ad']",
        "//*[normalize-space(@class)='']",
        "//*[not(@class)]",
        "//*[not(contains(@class,'story') or @id='ad box') and @class]",
        "//div[@class='story'][@id]",
        "//div[(@class='story' or @class='Story') and not(@id)]",
        "//div | //p[@class]",
        "//p | //div//p | //p",
        "//*[@class='story']//*[@class='story']",
        "//div/@class",
        "//*[@id]/@id"
      })
  void findsTheSame(String expression) {
    Random random = new Random(7);
    for (int i = 0; i < 30; i++) {
      PageDom page = new PageDom(page(random));
      XPathSelector general = XPathSelector.parse(expression, "here");

      assertThat(quick(expression).elements(page)).isEqualTo(general.elements(page));
      assertThat(quick(expression).values(page)).isEqualTo(general.values(page));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//div[1]",
        "//div[last()]",
        "(//div)[1]",
        "//div/..",
        "//p/ancestor::div",
        "//p[text()='x']",
        "//p[contains(., 'x')]",
        "//p[@class!='x']",
        "string(//title)",
        "substring-after(//p, 'by')",
        "//svg:path",
        "//p/text()",
        "//div//@class",
        "p",
        "//",
        "//p[",
        "//p[@class='x]",
        "//div/following-sibling::p",
        "//div[p]",
        "//div[@class and]"
      })
  void leavesTheRestToTheGeneralEngine(String expression) {
    assertThat(PathParser.parse(expression)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//div[@class='story'][1]",
        "(//div[@class='story'])[2]",
        "//p[@class='ad box']/ancestor::div",
        "//a[contains(text(), '3')]",
        "//a[contains(text(), '3') and @id] | //section[@class='story'][last()]",
        "//div[@class='none'][1] | //p[2]",
        "(//div[@class='none'] | //p)[1]",
        "//div[p[@class='story']]",
        "//section[@class='none'] = 'x'",
        "//section[not(@class='x')]/*[2]/@class",
        "//p[@class]/following-sibling::a[1]"
      })
  void beginningOnlySparesWhatFindsNothing(String expression) throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 40; i++) {
      PageDom page = new PageDom(page(random));
      org.w3c.dom.NodeList wanted = null;
      try {
        wanted =
            (org.w3c.dom.NodeList)
                page.xpath()
                    .compile(expression)
                    .evaluate(page.xmlRoot(), javax.xml.xpath.XPathConstants.NODESET);
      } catch (javax.xml.xpath.XPathExpressionException ignored) {
        // Not a set of nodes; then nothing must be spared.
        assertThat(PathParser.beginnings(expression)).isNull();
      }
      int found = XPathSelector.parse(expression, "here").elements(page).size();
      boolean attribute = expression.contains("/@");
      assertThat(found).isEqualTo(wanted == null || attribute ? 0 : wanted.getLength());
    }
  }

  @Test
  void expressionsThatAreNoPathsHaveNoBeginning() {
    assertThat(PathParser.beginnings("string(//title)")).isNull();
    assertThat(PathParser.beginnings("//p[1] = 'x'")).isNull();
    assertThat(PathParser.beginnings("count(//p) + 1")).isNull();
    assertThat(PathParser.beginnings("(//p | //a)[1]")).isNull();
    assertThat(PathParser.beginnings("//div[1] | (//p)[2]")).hasSize(2);
  }

  @Test
  @Timeout(10)
  void manyStepsOnADeepPageTakeTheirSum() {
    String html = "<div>".repeat(400) + "<p>x</p>".repeat(20_000);
    PageDom page = new PageDom(Jsoup.parse(html));

    assertThat(quick("//nav" + "//div".repeat(200) + "//p").elements(page)).isEmpty();
    assertThat(quick("//body" + "//div".repeat(200) + "//p").elements(page)).hasSize(20_000);
  }

  @Test
  void manyBracketsAreLeftToo() {
    assertThat(PathParser.parse("//p[" + "(".repeat(50_000))).isNull();
    assertThat(PathParser.parse("//p[" + "not(".repeat(5_000))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[class*=story]",
        "[class*=\"Story\"]",
        "[id*=ad]",
        "[class*=\"ad\"], [id*=\"ad\"]",
        "[id*=\"story-\"],[class*=ad]"
      })
  void partsOfNamesMeanWhatCssMeans(String css) {
    Random random = new Random(7);
    SubstringSelector quick = SubstringSelector.parse(css, "here");
    CssSelector general = CssSelector.parse(css, "here", false);
    for (int i = 0; i < 30; i++) {
      PageDom page = new PageDom(page(random));

      assertThat(quick.elements(page)).isEqualTo(general.elements(page));
      assertThat(quick.values(page)).isEqualTo(general.values(page));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[class*=a b]", ".a", "[class=a]", "[class*=a], .b", "[class*=a],[class*=b]", "a"})
  void otherCssIsLeftAlone(String css) {
    assertThat(SubstringSelector.parse(css, "here")).isNull();
  }
}
