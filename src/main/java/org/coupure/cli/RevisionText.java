package org.coupure.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Article;
import org.coupure.cli.MarkedText.Mark;
import org.coupure.cli.MarkedText.Piece;
import org.coupure.learn.TextDiff;
import org.coupure.learn.TextDiff.Kind;
import org.coupure.learn.TextDiff.Line;
import org.coupure.store.StoredRecord;

/** Formats the revisions of an article for a terminal. */
final class RevisionText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String INDENT = "    ";

  /** The characters shown of an unchanged paragraph, which only shows the place. */
  private static final int LONGEST = 120;

  private final Palette palette;
  private final int columns;

  RevisionText(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /** Returns the lines about the first revision of {@code all}. */
  String first(StoredRecord revision, int all) {
    Article article = revision.article();
    StringBuilder text = new StringBuilder();
    text.append(palette.bold(wrapped(title(article), ""))).append('\n');
    String url = article.place().urlOrCanonical();
    text.append(url == null ? "" : palette.cyan(Printable.of(url)) + "\n");
    text.append(FieldListing.counted(all, "revision")).append("; the first ");
    return text.append(time(article)).append('\n').toString();
  }

  /** Returns the lines about what a revision changed. */
  String change(int number, StoredRecord before, StoredRecord after) {
    String oldTitle = title(before.article());
    String newTitle = title(after.article());
    String oldText = before.article().text();
    String newText = after.article().text();
    boolean sameTitle = oldTitle.equals(newTitle);
    boolean sameText = oldText.equals(newText);
    StringBuilder text = new StringBuilder("\n");
    String what =
        sameText
            ? sameTitle ? "other fields" : "headline only"
            : sameTitle ? "text" : "headline and text";
    text.append(palette.bold("revision " + number + ", " + time(after.article()) + ": " + what));
    text.append('\n');
    if (!sameTitle) {
      text.append(INDENT).append(words(oldTitle, newTitle)).append('\n');
    }
    return sameText ? text.toString() : text.append(paragraphs(oldText, newText)).toString();
  }

  /** Formats the changes paragraph by paragraph, with their context. */
  private String paragraphs(String before, String after) {
    StringBuilder text = new StringBuilder();
    List<String> gone = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (Line line : TextDiff.of(lines(before), lines(after))) {
      switch (line.kind()) {
        case GONE -> gone.add(line.text());
        case NEW -> added.add(line.text());
        case SAME -> {
          pairs(gone, added, text);
          String shown = line.text().length() > LONGEST ? beginning(line.text()) : line.text();
          text.append(INDENT).append(palette.dim(wrapped(shown, INDENT))).append('\n');
        }
        case SKIPPED -> {
          pairs(gone, added, text);
          text.append(INDENT).append(palette.dim("… " + line.text())).append('\n');
        }
      }
    }
    pairs(gone, added, text);
    return text.toString();
  }

  private static String beginning(String text) {
    return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + " …";
  }

  /** Paragraphs removed and added at one place are paired one by one. */
  private void pairs(List<String> gone, List<String> added, StringBuilder text) {
    for (int i = 0; i < Math.max(gone.size(), added.size()); i++) {
      String before = i < gone.size() ? gone.get(i) : "";
      String after = i < added.size() ? added.get(i) : "";
      text.append(INDENT).append(words(before, after)).append('\n');
    }
    gone.clear();
    added.clear();
  }

  private static String lines(String text) {
    return text.replace("\n\n", "\n");
  }

  private static String title(Article article) {
    return article.headline().titleForPeople();
  }

  private static String time(Article article) {
    Instant captured = article.dates().captured();
    return captured == null ? "captured at an unknown time" : "captured " + TIME.format(captured);
  }

  private String words(String before, String after) {
    List<Piece> pieces = new ArrayList<>();
    for (Line words : TextDiff.words(before, after)) {
      Mark mark =
          words.kind() == Kind.GONE ? Mark.GONE : words.kind() == Kind.NEW ? Mark.NEW : Mark.NONE;
      if (!pieces.isEmpty()) {
        pieces.add(new Piece(" ", Mark.NONE));
      }
      pieces.add(new Piece(words.text(), mark));
    }
    return MarkedText.lines(pieces, columns - INDENT.length(), INDENT, palette);
  }

  private String wrapped(String text, String indent) {
    return Wrapping.wrap(Printable.of(text), columns - indent.length(), indent);
  }
}
