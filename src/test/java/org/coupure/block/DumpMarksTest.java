package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What text browsers, mail, Markdown and HTML leave in a dump. */
class DumpMarksTest {
  @Test
  void numbersOfLinksGo() {
    assertThat(texts("[1]Inicio [2]Cultura\n\nEl [3]panadero volvió.\n\n1. Pan"))
        .containsExactly("Inicio Cultura", "El panadero volvió.", "1. Pan");
  }

  @Test
  void numbersOfFootnotesStay() {
    String text = "Er kam zurück.[1] Das Brot [2], sagt man.\n\n[1] Brief.\n\n[3] Ebenda.";

    assertThat(texts(text)).contains("Er kam zurück.[1] Das Brot [2], sagt man.", "[1] Brief.");
  }

  @Test
  void linksOfMarkdownBecomeTheirText() {
    assertThat(texts("Der [Bäcker (am Markt)](https://brot.example/a_(b)) kam **spät** zurück."))
        .containsExactly("Der Bäcker (am Markt) kam spät zurück.");
  }

  @Test
  void aStarAroundWordsGoesWhereADumpShowsMarkdown() {
    String marked = "The oven is *older than the [mill](/mill)*, 2 * 3 years.";

    assertThat(texts(marked)).containsExactly("The oven is older than the mill, 2 * 3 years.");
    assertThat(texts("The oven is *older*.")).containsExactly("The oven is *older*.");
  }

  @Test
  void imagesOfMarkdownGoFromText() {
    assertThat(texts("[![Brot](/a.jpg)](/b)Der Bäcker kam. ![x](/c.png)\n\n![Ofen](/d.jpg)"))
        .containsExactly("Der Bäcker kam.", "![Ofen](/d.jpg)");
  }

  @Test
  void bracketsThatAreNoLinkStay() {
    assertThat(texts("He [the baker](who else) came; f[0](x) and a_b_c ** d."))
        .containsExactly("He [the baker](who else) came; f[0](x) and a_b_c ** d.");
  }

  @Test
  void quotedMailLosesItsMarks() {
    assertThat(texts("Anna wrote:\n> The oven is out.\n> > Really?\n>\n> Yes."))
        .containsExactly("Anna wrote:", "The oven is out.", "Really?", "Yes.");
  }

  @Test
  void referencesOfHtmlAreDecoded() {
    assertThat(texts("L&#8217;&eacute;t&eacute; d&amp;rsquo;un boulanger&nbsp;&amp;&nbsp;fils"))
        .containsExactly("L’été d’un boulanger & fils");
  }

  @Test
  void aTextAboutMarkupKeepsThem() {
    assertThat(texts("In HTML you write &lt; for a bracket and &amp;amp; for a reference."))
        .containsExactly("In HTML you write &lt; for a bracket and &amp;amp; for a reference.");
  }

  @Test
  void anAmpersandOfAUrlIsNone() {
    assertThat(texts("Siehe https://brot.example/?a=1&copy=2; B&B; und R & B"))
        .containsExactly("Siehe https://brot.example/?a=1&copy=2; B&B; und R & B");
  }

  private static List<String> texts(String text) {
    return TextSegmenter.segment(text).list().stream().map(Block::text).toList();
  }
}
