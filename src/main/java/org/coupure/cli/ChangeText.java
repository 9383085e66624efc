package org.coupure.cli;

import java.util.List;
import org.coupure.article.Explanation.Judged;
import org.coupure.learn.Comparison;
import org.coupure.learn.TestResult;
import org.coupure.learn.TextDiff;

/** Formats differences for a terminal. */
final class ChangeText {
  private final Palette palette;
  private final int columns;

  ChangeText(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /** Returns the lines about a test that failed. */
  String of(TestResult result) {
    StringBuilder text = new StringBuilder();
    text.append(palette.red("FAILED")).append(' ');
    text.append(palette.bold(result.rule() + ": " + result.page())).append('\n');
    for (String failure : result.failures()) {
      wrapped(text, "  ", failure);
    }
    if (!result.difference().isEmpty()) {
      text.append("  the text is not as in the .txt file (- there, + now):\n");
      lines(text, result.difference());
    }
    return text.toString();
  }

  /** Returns the lines about a page, block by block. */
  String blocks(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    head(text, comparison);
    for (Comparison.BlockChange change : comparison.blocks()) {
      Judged now = change.after();
      String sign = change.isNew() ? palette.green("+ kept") : palette.red("- dropped");
      String by = FieldListing.decider(now.verdict()) + ": " + now.verdict().why();
      text.append(sign).append(' ').append(palette.yellow(by)).append('\n');
      text.append(palette.dim("    was "));
      text.append(
          palette.dim(
              FieldListing.decider(change.before().verdict())
                  + ": "
                  + change.before().verdict().why()));
      text.append('\n');
      wrapped(text, "    ", now.text());
    }
    fields(text, comparison);
    return text.toString();
  }

  /** Returns the lines about a page, by its text. */
  String text(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    head(text, comparison);
    lines(text, comparison.text());
    fields(text, comparison);
    return text.toString();
  }

  private void head(StringBuilder text, Comparison comparison) {
    text.append(palette.bold(comparison.after().input())).append('\n');
    text.append("  ").append(Tally.grouped(comparison.wordsBefore())).append(" words before, ");
    text.append(Tally.grouped(comparison.wordsAfter())).append(" after");
    text.append(comparison.isSame() ? "; nothing changes\n" : "\n");
    String detail = comparison.after().detail();
    if (detail != null) {
      wrapped(text, "  ", comparison.after().outcome().code() + ": " + detail);
    }
  }

  private void fields(StringBuilder text, Comparison comparison) {
    for (Comparison.FieldChange field : comparison.fields()) {
      text.append(palette.cyan("  " + field.name())).append('\n');
      if (!field.before().isEmpty()) {
        text.append(palette.red("    - " + Printable.of(field.before()))).append('\n');
      }
      if (!field.after().isEmpty()) {
        text.append(palette.green("    + " + Printable.of(field.after()))).append('\n');
      }
    }
  }

  private void lines(StringBuilder text, List<TextDiff.Line> lines) {
    for (TextDiff.Line line : lines) {
      String words = Wrapping.wrap(Printable.of(line.text()), columns - 6, "      ");
      String shown =
          switch (line.kind()) {
            case SAME -> "      " + words;
            case GONE -> palette.red("    - " + words);
            case NEW -> palette.green("    + " + words);
            case SKIPPED -> palette.dim("    … " + words);
          };
      text.append(shown).append('\n');
    }
  }

  private void wrapped(StringBuilder text, String indent, String words) {
    text.append(indent);
    text.append(Wrapping.wrap(Printable.of(words), columns - indent.length(), indent)).append('\n');
  }
}
