package org.coupure.sink;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.record.WellFormed;
import org.coupure.text.MarkdownEscapes;

/**
 * A record as CommonMark with GitHub's tables: front matter, the title as first heading, then the
 * passages. Text that would be read as mark-up is escaped. Used once.
 */
final class Markdown {
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final String SHORTEST_FENCE = "```";

  /** The title has the first level to itself. */
  private static final int HIGHEST = 2;

  private static final int LOWEST = 6;

  private final List<Passage> body;
  private final StringBuilder text = new StringBuilder();

  private Markdown(List<Passage> body) {
    this.body = body;
  }

  static byte[] write(Clip clip) {
    Article article = clip.requireArticle();
    String title = article.headline().title();
    String markdown =
        FrontMatter.of(clip, article)
            + (title == null ? "" : "\n# " + MarkdownEscapes.heading(title) + "\n")
            + new Markdown(article.body()).passages();
    return WellFormed.of(markdown).getBytes(StandardCharsets.UTF_8);
  }

  private String passages() {
    for (int i = 0; i < body.size(); ) {
      text.append('\n');
      i = passage(i);
    }
    return text.toString();
  }

  /** Writes the passage at {@code i} and those that belong to it; returns the next one. */
  private int passage(int i) {
    Passage passage = body.get(i);
    return switch (passage.kind()) {
      case LIST_ITEM -> list(i);
      case TABLE_ROW -> table(i);
      case QUOTE -> quote(i);
      case CODE -> code(i);
      case HEADING -> {
        int level = Math.min(LOWEST, Math.max(HIGHEST, passage.level()));
        line("#".repeat(level) + " " + MarkdownEscapes.heading(passage.text()));
        yield i + 1;
      }
      case CAPTION -> {
        line("*" + MarkdownEscapes.inline(passage.text()) + "*");
        yield i + 1;
      }
      case PARAGRAPH -> {
        line(MarkdownEscapes.line(passage.text()));
        yield i + 1;
      }
    };
  }

  /** An item stands at most one level below the one before, or it would be read as code. */
  private int list(int first) {
    int end = endOf(first);
    int depth = 0;
    for (int i = first; i < end; i++) {
      depth = Math.max(1, Math.min(body.get(i).level(), depth + 1));
      line("  ".repeat(depth - 1) + "- " + MarkdownEscapes.line(body.get(i).text()));
    }
    return end;
  }

  private int quote(int first) {
    int end = endOf(first);
    for (int i = first; i < end; i++) {
      if (i > first) {
        line(">");
      }
      line("> " + MarkdownEscapes.line(body.get(i).text()));
    }
    return end;
  }

  /** The first row stands above the rule that makes it a table. */
  private int table(int first) {
    int end = endOf(first);
    int columns = 1;
    for (int i = first; i < end; i++) {
      columns = Math.max(columns, MarkdownEscapes.cells(body.get(i).text()).size());
    }
    for (int i = first; i < end; i++) {
      row(MarkdownEscapes.cells(body.get(i).text()), columns);
      if (i == first) {
        line("|" + " --- |".repeat(columns));
      }
    }
    return end;
  }

  private void row(List<String> cells, int columns) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(cell).append(" |"));
    text.append("  |".repeat(columns - cells.size())).append('\n');
  }

  private int code(int i) {
    String code = body.get(i).text();
    String fence = SHORTEST_FENCE;
    Matcher runs = BACKTICKS.matcher(code);
    while (runs.find()) {
      if (runs.group().length() >= fence.length()) {
        fence = "`".repeat(runs.group().length() + 1);
      }
    }
    line(fence);
    code.lines().forEach(this::line);
    line(fence);
    return i + 1;
  }

  private int endOf(int first) {
    PassageKind kind = body.get(first).kind();
    int end = first + 1;
    while (end < body.size() && body.get(end).kind() == kind) {
      end++;
    }
    return end;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
