package org.coupure.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation.Judged;
import org.coupure.article.LineState;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict;
import org.jspecify.annotations.Nullable;

/** Formats an explained clip for a terminal. */
final class ExplainText {
  private static final int INDENT = 4;

  /** Columns for the part of a dump that a line belongs to: the longest name and a space. */
  private static final int MARGIN = "sub-heading ".length();

  /** Enough to recognise a dropped block by. */
  private static final int DROPPED_TEXT = 240;

  private final Palette palette;
  private final int columns;

  ExplainText(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /** Returns the lines about {@code clip}, which has an article. */
  String of(Clip clip) {
    Article article = clip.article();
    if (article == null) {
      throw new IllegalArgumentException("nothing to explain without an article: " + clip.input());
    }
    StringBuilder text = new StringBuilder();
    head(text, clip, article);
    List<Judged> blocks = article.explanation().blocks();
    if (!blocks.isEmpty()) {
      text.append('\n').append(palette.bold("Blocks")).append('\n');
      blocks.forEach(block -> block(text, block));
    }
    text.append('\n').append(palette.bold("Fields")).append('\n');
    FieldListing.of(clip, article).forEach(field -> field(text, field, article));
    return text.toString();
  }

  private void head(StringBuilder text, Clip clip, Article article) {
    long kept = article.explanation().blocks().stream().filter(b -> b.verdict().kept()).count();
    String outcome = clip.outcome().code();
    text.append(palette.bold(clip.input())).append('\n');
    text.append(clip.hasText() ? palette.green(outcome) : palette.red(outcome));
    if (clip.detail() != null) {
      text.append(" (").append(clip.reason().code()).append("): ").append(clip.detail());
    }
    text.append("; ").append(FieldListing.counted(article.explanation().blocks().size(), "block"));
    text.append(", ").append(kept).append(" kept, ");
    text.append(FieldListing.counted(article.quality().words(), "word")).append('\n');
  }

  private void block(StringBuilder text, Judged block) {
    Verdict verdict = block.verdict();
    PassageKind kind = verdict.keptAs();
    String by = FieldListing.decider(verdict) + ": " + printable(block.reason());
    String where = block.where() == null ? "" : "  " + block.where();
    state(text, block.state());
    if (kind == null) {
      text.append(palette.red("-")).append(' ').append(palette.yellow(by));
      text.append(palette.dim(where)).append('\n');
      lines(text, margin(block), palette::dim, shortened(block.text()));
    } else {
      text.append(palette.green("+ " + kind.code())).append(' ').append(palette.cyan(by));
      text.append(palette.dim(where)).append('\n');
      lines(text, margin(block), line -> line, block.text());
    }
  }

  /** In the margin: the part of the dump, and a mark where a line was cut in two. */
  private void state(StringBuilder text, @Nullable LineState state) {
    if (state == null) {
      return;
    }
    String cut = state.cut();
    if (cut != null) {
      text.append(
          palette.yellow(" ".repeat(MARGIN) + "\u2702 cut off the line above (" + cut + ")"));
      text.append('\n');
    }
    String part = state.part().code();
    text.append(palette.dim(part)).append(" ".repeat(MARGIN - part.length()));
  }

  private static int margin(Judged block) {
    return block.state() == null ? INDENT : MARGIN + INDENT;
  }

  private void lines(StringBuilder text, int indent, UnaryOperator<String> paint, String words) {
    String safe = printable(words);
    for (String line : Wrapping.wrap(safe, columns - indent, "").split("\n", -1)) {
      text.append(" ".repeat(indent)).append(paint.apply(line)).append('\n');
    }
  }

  private void field(StringBuilder text, FieldListing.Field field, Article article) {
    String name = field.name();
    text.append("  ").append(palette.cyan(name));
    text.append(" ".repeat(Math.max(1, 14 - name.length())));
    text.append(printable(field.value()));
    Evidence evidence = FieldListing.evidence(name, article);
    if (evidence != null) {
      String where = evidence.where() == null ? "" : " " + evidence.where();
      text.append(palette.dim("  (" + printable(evidence.from() + where) + ")"));
    }
    text.append('\n');
  }

  private static String shortened(String text) {
    return text.length() <= DROPPED_TEXT
        ? text
        : text.substring(0, DROPPED_TEXT) + " … (" + Tally.grouped(text.length()) + " characters)";
  }

  /** Control characters in a page's text must not reach the terminal. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n]]", " ");
  }
}
