package org.coupure.sink;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.record.WellFormed;
import org.coupure.text.Whitespace;

/**
 * A clipping: title, blank line, passages separated by one blank line, a final line break. White
 * space is one plain space. Code keeps its lines and their indentation, but not its blank lines,
 * which would end the passage.
 */
final class PlainText {
  private PlainText() {}

  static byte[] write(Clip clip) {
    return of(clip.requireArticle()).getBytes(StandardCharsets.UTF_8);
  }

  static String of(Article article) {
    StringBuilder text = new StringBuilder();
    String title = article.headline().title();
    append(text, title == null ? "" : Whitespace.fold(title));
    for (Passage passage : article.body()) {
      append(text, lines(passage));
    }
    return WellFormed.of(text.toString());
  }

  private static void append(StringBuilder text, String part) {
    if (part.isEmpty()) {
      return;
    }
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(part).append('\n');
  }

  private static String lines(Passage passage) {
    if (passage.kind() != PassageKind.CODE) {
      return Whitespace.fold(passage.text());
    }
    return passage
        .text()
        .lines()
        .map(Whitespace::stripTrailing)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
