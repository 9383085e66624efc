package org.coupure.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Moment;
import org.coupure.page.Url;
import org.coupure.query.QueryMatch;
import org.coupure.query.Snippet;
import org.coupure.store.StoredRecord;
import org.jspecify.annotations.Nullable;

/** Formats the results of a search for a terminal. */
final class HitText {
  /** About three lines. */
  static final int SNIPPET = 200;

  private static final String INDENT = "    ";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Palette palette;
  private final int columns;

  HitText(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /** Returns the lines about a record, followed by a blank line. */
  String of(int number, StoredRecord hit) {
    Article article = hit.article();
    StringBuilder text = new StringBuilder();
    String head = String.format(Locale.ROOT, "%2d. ", number);
    text.append(palette.dim(head)).append(title(article, hit.match())).append('\n');
    text.append(INDENT).append(palette.dim(line(facts(article)))).append('\n');
    String url = article.place().urlOrCanonical();
    if (url != null) {
      text.append(INDENT).append(palette.cyan(Printable.of(url))).append('\n');
    }
    String snippet = snippet(article, hit.match());
    return text.append(snippet.isEmpty() ? "" : INDENT + snippet + "\n").append('\n').toString();
  }

  private String line(List<String> facts) {
    return Wrapping.wrap(
        Printable.of(String.join(" · ", facts)), columns - INDENT.length(), INDENT);
  }

  private String title(Article article, @Nullable QueryMatch match) {
    String title = article.headline().titleForPeople();
    Snippet marked = Snippet.all(title, match == null ? List.of() : match.title());
    return MarkedText.lines(marked, columns - INDENT.length(), INDENT, palette);
  }

  /** Returns the lines of the part of the text that shows why it was found. */
  String snippet(Article article, @Nullable QueryMatch match) {
    Snippet snippet = Snippet.of(article.text(), match == null ? List.of() : match.text(), SNIPPET);
    return MarkedText.lines(snippet, columns - INDENT.length(), INDENT, palette);
  }

  /** Returns the publisher, day, language and the beginning of the id, as far as they are known. */
  static List<String> facts(Article article) {
    List<String> facts = new ArrayList<>();
    String site = article.place().site();
    facts.add(site == null ? Objects.requireNonNullElse(host(article), "unknown site") : site);
    facts.addAll(article.byline().authors().stream().limit(2).toList());
    String day = day(article);
    if (!day.isEmpty()) {
      facts.add(day);
    }
    if (article.language() != null) {
      facts.add(article.language());
    }
    facts.add(article.id().length() > 12 ? article.id().substring(0, 12) : article.id());
    return facts;
  }

  private static @Nullable String host(Article article) {
    return Url.host(article.place().urlOrCanonical());
  }

  static String day(Article article) {
    Moment published = article.dates().published();
    return published == null ? "" : DAY.format(published.time());
  }
}
