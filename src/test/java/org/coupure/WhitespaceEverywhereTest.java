package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.coupure.article.Article;
import org.coupure.page.Page;
import org.coupure.text.Whitespace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Titles and texts of HTML and of plain text know one white space. */
class WhitespaceEverywhereTest {
  private static final String TITLE = "Council%svotes on%sthe new bridge";

  private static final String FIRST =
      "The council voted on%sTuesday to rebuild the%sbridge over the river, two years after the"
          + " flood that took it, and to pay for it out of the reserves of the town.";

  private static final String SECOND =
      "Work begins in spring, the mayor said, and nobody will have to take the long way round the"
          + " hills by the end of the year.";

  /** All that is white space, invisible or a control character; no line breaks, no end of text. */
  static IntStream characters() {
    return IntStream.range(1, Character.MAX_VALUE)
        .filter(c -> isSpecial((char) c) && "\n\u000B\f\r\u0085\u2028\u2029".indexOf(c) < 0);
  }

  private static boolean isSpecial(char c) {
    return Whitespace.isSpace(c)
        || Whitespace.isInvisible(c)
        || Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || c == 0x200C
        || c == 0x200D;
  }

  private static Article read(String source, String content) {
    Page page = Page.builder(source, content.getBytes(UTF_8)).build();
    return Clipper.create().clip(page).article();
  }

  @ParameterizedTest
  @MethodSource("characters")
  void htmlAndTextFoldTheSame(int character) {
    String sign = Character.toString(character);
    String title = TITLE.formatted(sign, sign);
    String first = FIRST.formatted(sign, sign);
    Article html =
        read(
            "page.html",
            "<meta charset=utf-8><title>%1$s</title><article><h1>%1$s</h1><p>%2$s</p><p>%3$s</p>"
                .formatted(title, first, SECOND));
    Article text = read("page.txt", title + "\n\n" + first + "\n\n" + SECOND + "\n");

    assertThat(html.headline().title())
        .isEqualTo(Whitespace.fold(title))
        .isEqualTo(text.headline().title());
    assertThat(html.text())
        .isEqualTo(Whitespace.fold(first) + "\n\n" + SECOND)
        .isEqualTo(text.text());
  }

  @ParameterizedTest
  @MethodSource("characters")
  void nothingThatTerminalsObeyIsLeft(int character) {
    String folded = Whitespace.fold("a" + Character.toString(character) + "b");

    assertThat(folded).doesNotContainPattern("[\\x00-\\x1F\\x7F-\\x9F\u202A-\u202E\u2066-\u2069]");
  }
}
