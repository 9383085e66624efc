package org.coupure.verdict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.model.WordOdds;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.text.PhraseBook;
import org.junit.jupiter.api.Test;

/** Broken bytes go through reading, cutting and measuring without an exception. */
class HostilePagesTest {
  private static final PageReader READER = new PageReader(Limits.DEFAULT);
  private static final ClassWords WORDS = new ClassWords(WordOdds.NONE);

  private static final String PAGE =
      """
      <!DOCTYPE html><html lang=fr><head><meta charset="utf-8"><title>Le pont — La Rive</title>
      <meta property="og:type" content="article"><style>p { margin: 0 }</style>
      <script type="application/ld+json">{"articleBody": "Le pont rouvre \\u00e9"}</script></head>
      <body class="post"><nav><ul><li><a href="/a">Été</a><li><a href="/b">Monde</a></ul></nav>
      <h1 id=t>Le pont&nbsp;rouvre</h1><div class="entry-content" style="display:block">
      <p>Fermé depuis mars,<br>le <b>vieux</b> pont&shy; rouvre.<br><br>« Enfin », dit-on. 昨天</p>
      <table><tr><td>1<td>2</table><pre>a\n  b</pre><blockquote><p hidden>x</p></blockquote>
      <noscript><img src=x></noscript><svg><text>y</text></svg><select><option>z</select></div>
      <footer><!-- fin --><p>© 2024</p></footer></body></html>
      """;

  private static void pass(byte[] bytes, String what) {
    Content content = READER.read(Page.builder("page.html", bytes).url("https://a.b/c").build());
    if (!(content instanceof Content.Html html)) {
      return;
    }
    Blocks blocks = HtmlSegmenter.segment(html.document());
    for (Block block : blocks.list()) {
      assertThat(block.text()).as(what).isNotBlank();
    }
    FeatureContext view =
        new FeatureContext(blocks, WORDS, BlockClassifier.functionWords(), PhraseBook.bundled());
    for (float value : Features.of(view).values()) {
      assertThat(Float.isFinite(value)).as(what).isTrue();
    }
  }

  @Test
  void mutatedPagesPass() {
    for (int seed = 0; seed < 500; seed++) {
      pass(mutated(PAGE.getBytes(UTF_8), new Random(seed)), "seed " + seed);
    }
  }

  /** Returns {@code bytes} with some changed, dropped, doubled, moved, or cut off. */
  private static byte[] mutated(byte[] bytes, Random random) {
    String text = new String(bytes, ISO_8859_1);
    for (int i = 1 + random.nextInt(30); i > 0 && text.length() > 1; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(40));
      String head = text.substring(0, at);
      String part = text.substring(at, end);
      String tail = text.substring(end);
      text =
          switch (random.nextInt(6)) {
            case 0 -> head + (char) random.nextInt(256) + text.substring(at + 1);
            case 1 -> head + tail;
            case 2 -> head + part.repeat(1 + random.nextInt(20)) + tail;
            case 3 -> part + head + tail;
            case 4 -> head + "<>\"'&;/!-=\u0000".charAt(random.nextInt(11)) + part + tail;
            default -> random.nextInt(8) == 0 ? head : text;
          };
    }
    return text.getBytes(ISO_8859_1);
  }

  @Test
  void randomTagsPass() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StringBuilder page = new StringBuilder("<html>");
      for (int i = 0; i < 300; i++) {
        int open = PAGE.indexOf('<', random.nextInt(PAGE.length() - 20));
        int close = PAGE.indexOf('>', Math.max(open, 0));
        page.append(open < 0 ? "x " : PAGE.substring(open, close + 1));
        page.append(random.nextInt(4) == 0 ? "été " : "");
      }
      pass(page.toString().getBytes(UTF_8), "seed " + seed);
    }
  }

  @Test
  void pagesInWrongCharsetsPass() {
    for (String written : new String[] {"UTF-16LE", "UTF-16BE", "UTF-32", "GB18030", "IBM037"}) {
      pass(PAGE.getBytes(Charset.forName(written)), written);
    }
  }

  @Test
  void extremesPass() {
    pass(("<html>" + "<div>".repeat(100_000) + "a").getBytes(UTF_8), "nested");
    pass(("<html>" + "<b><i><p>a".repeat(2_000)).getBytes(UTF_8), "misnested");
    pass(("<html>" + "<table>".repeat(5_000) + "a").getBytes(UTF_8), "tables");
    pass(("<html><p>" + "a".repeat(4_000_000)).getBytes(UTF_8), "one word");
    pass(("<html><p>" + "a<br>".repeat(50_000)).getBytes(UTF_8), "breaks");
    pass(("<html><p>" + ("a ".repeat(50) + ".<br>").repeat(20_000)).getBytes(UTF_8), "lines");
    pass(("<html><p class='" + "a ".repeat(100_000) + "'>a").getBytes(UTF_8), "classes");
    pass(("<html><p>a" + "<a href=x>y</a>".repeat(50_000)).getBytes(UTF_8), "links");
  }
}
