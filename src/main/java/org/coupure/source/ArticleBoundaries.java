package org.coupure.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.text.LabelledLine;
import org.coupure.text.LabelledLine.Field;
import org.coupure.text.Sentences;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds where one article ends and the next begins in a text that holds several: the export of a
 * newspaper archive, records under each other with a ruler or a form feed between, or a box of
 * mails. It looks for what programs write between articles, each time by the same form; a ruler, a
 * number or a page break by itself is part of a text. Used once.
 */
final class ArticleBoundaries {
  /** "2 of 3 DOCUMENTS" and "Dokument 2 von 3", alone on a line. */
  private static final Pattern COUNT =
      Pattern.compile(
          "(?:(?<a>\\d{1,6}) (?:of|von|de|di|van|sur|av|z) (?<b>\\d{1,6}) do[ck]ument\\p{L}{0,4}"
              + "|do[ck]ument\\p{L}? (?<c>\\d{1,6}) (?:of|von|de|di|van|sur|av|z) (?<d>\\d{1,6}))",
          Pattern.CASE_INSENSITIVE);

  /**
   * What Factiva ("Document KESTR000020250312e13c00000"), Nexis and Europresse
   * ("news·20250312·KES·0012") write below an article.
   */
  private static final Pattern END_MARK =
      Pattern.compile(
          "news[·•.]\\d{8}[·•.]\\p{Alnum}{1,8}[·•.]\\S{1,40}|Do[ck]umento? [A-Z]{2,10}\\d{6,12}[0-9a-z]{6,16}"
              + "|(?i:End of Document|Ende des Dokuments|Fin du document|Fin del documento"
              + "|Fine del documento|Fim do documento)");

  private static final Pattern RULER =
      Pattern.compile("-{3,}|={3,}|_{3,}|\\*{3,}|#{3,}|~{3,}|(?:[*-] ){2,}[*-]");

  /** The line above each mail of a box, by RFC 4155. */
  private static final Pattern MAIL =
      Pattern.compile(
          "From \\S{1,200} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep"
              + "|Oct|Nov|Dec) .{0,30}\\d{4}.{0,10}");

  private static final Pattern MAIL_HEADER = Pattern.compile("[A-Za-z][A-Za-z-]{1,40}: .*");

  /** "Re: ", "AW: ": an answer to a mail has its title. */
  private static final Pattern ANSWER = Pattern.compile("(?:\\p{L}{1,4} ?: ?){1,5}");

  /** Words of the shortest paragraph, which is no line of a cover page. Chosen. */
  private static final int PARAGRAPH = 12;

  private static final int FEWEST_HEADLINE_WORDS = 2;

  /** As in the search for the headline of a dump. */
  private static final int LONGEST_HEADLINE = 30;

  /**
   * Characters of a line beyond the width at which prints are folded. Form feeds part articles only
   * where more than half of the pieces hold such a line: else they are the pages of a print. Wider
   * than the widest line of a print in the training dumps, 96.
   */
  private static final int UNFOLDED = 120;

  private final String text;
  private final List<Line> lines = new ArrayList<>();

  /**
   * A line.
   *
   * @param start its offset
   * @param text without white space at either end
   * @param formFeed whether a form feed stands at its head
   */
  private record Line(int start, String text, boolean formFeed) {
    boolean isBlank() {
      return text.isEmpty();
    }
  }

  private ArticleBoundaries(String text) {
    this.text = text;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      String line = text.substring(start, next);
      lines.add(new Line(start, line.strip(), line.startsWith("\f")));
      start = next;
    }
  }

  /** Returns the articles of {@code text} in their order; an empty list when it is not several. */
  static List<String> articles(String text) {
    return new ArticleBoundaries(text).articles();
  }

  private List<String> articles() {
    List<Integer> starts = counted();
    starts = starts.isEmpty() ? behindEndMarks() : starts;
    starts = starts.isEmpty() ? mails() : starts;
    starts = starts.isEmpty() ? heads() : starts;
    starts = starts.isEmpty() ? formFeeds() : starts;
    return starts.isEmpty() ? List.of() : pieces(starts);
  }

  /** Returns the lines that count the articles: their numbers rise, their total stays. */
  private List<Integer> counted() {
    List<Integer> starts = new ArrayList<>();
    int last = 0;
    String total = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher count = COUNT.matcher(lines.get(i).text());
      if (!count.matches()) {
        continue;
      }
      boolean before = count.group("a") != null;
      int number = Integer.parseInt(count.group(before ? "a" : "c"), 10);
      String of = count.group(before ? "b" : "d");
      if (number <= last || !(starts.isEmpty() || of.equals(total))) {
        return List.of();
      }
      last = number;
      total = of;
      starts.add(i);
    }
    return starts;
  }

  private List<Integer> behindEndMarks() {
    List<Integer> starts = new ArrayList<>();
    int marks = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (END_MARK.matcher(lines.get(i).text()).matches()) {
        starts.add(i + 1);
        marks++;
      }
    }
    if (marks < 2) {
      return List.of();
    }
    starts.add(0, 0);
    return starts;
  }

  private List<Integer> mails() {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      boolean above = i == 0 || lines.get(i - 1).isBlank();
      if (above
          && MAIL.matcher(lines.get(i).text()).matches()
          && MAIL_HEADER.matcher(lines.get(i + 1).text()).matches()) {
        starts.add(i);
      }
    }
    boolean box = !starts.isEmpty() && starts.get(0) == 0;
    return box ? starts : List.of();
  }

  /** Returns the heads of labelled lines below rulers, when the text begins with one as well. */
  private List<Integer> heads() {
    List<Integer> starts = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    boolean ruled = true;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String title = ruled ? titleOfHead(i) : null;
      // A mail below its answer has the answer's title, and is quoted by it.
      if (title != null && (title.isEmpty() || titles.add(title))) {
        starts.add(i);
      }
      ruled = RULER.matcher(lines.get(i).text()).matches();
      if (!ruled && starts.isEmpty()) {
        return List.of();
      }
    }
    return starts;
  }

  /**
   * Returns the title in the head that begins at a line; an empty one when it only names a URL and
   * something else, null when no head begins there.
   */
  private @Nullable String titleOfHead(int start) {
    String title = null;
    boolean url = false;
    int i = start;
    for (; i < lines.size(); i++) {
      LabelledLine line = LabelledLine.of(lines.get(i).text());
      if (line == null) {
        break;
      }
      title = line.field() == Field.TITLE && title == null ? line.value() : title;
      url |= line.field() == Field.URL;
    }
    if (title != null) {
      Matcher answer = ANSWER.matcher(title);
      return (answer.lookingAt() ? title.substring(answer.end()) : title).toLowerCase(Locale.ROOT);
    }
    return url && i - start > 1 ? "" : null;
  }

  /** Returns the form feeds that stand before headlines, unless one stands before anything else. */
  private List<Integer> formFeeds() {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).formFeed()) {
        starts.add(i);
      }
    }
    int unfolded = 0;
    Set<String> headlines = new HashSet<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
      int first = firstWritten(starts.get(i), end);
      if (first == end && i == starts.size() - 1) {
        // What wrote a form feed behind each article wrote one behind the last.
        starts.remove(i);
        break;
      }
      if (first == end || !isHeadline(first, end) || !headlines.add(lines.get(first).text())) {
        return List.of();
      }
      unfolded += holdsUnfolded(first, end) ? 1 : 0;
    }
    return starts.size() > 1 && unfolded * 2 > starts.size() ? starts : List.of();
  }

  private int firstWritten(int start, int end) {
    int i = start;
    while (i < end && lines.get(i).isBlank()) {
      i++;
    }
    return i;
  }

  /** Returns whether a line is short, begins no sentence of a page before, and stands apart. */
  private boolean isHeadline(int index, int end) {
    String line = lines.get(index).text();
    int words = Tokens.count(line);
    return index + 1 < end
        && lines.get(index + 1).isBlank()
        && words >= FEWEST_HEADLINE_WORDS
        && words <= LONGEST_HEADLINE
        && !Character.isLowerCase(line.charAt(0));
  }

  private boolean holdsUnfolded(int start, int end) {
    for (int i = start; i < end; i++) {
      String line = lines.get(i).text();
      // Characters of Chinese and Japanese are twice as wide, and a word is about two of them.
      int width = Math.max(line.length(), Tokens.count(line) * 4);
      if (width > UNFOLDED) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the pieces that begin at {@code starts}. What stands above the first goes with it, and
   * what stands below the last end mark with the last, unless it holds a paragraph.
   */
  private List<String> pieces(List<Integer> starts) {
    List<Integer> cuts = new ArrayList<>(starts);
    if (!cuts.get(0).equals(0)) {
      int first = holdsProse(0, cuts.get(0)) ? 0 : 1;
      cuts.subList(0, first).clear();
      cuts.add(0, 0);
    }
    int last = cuts.get(cuts.size() - 1);
    if (!holdsProse(last, lines.size()) && isBehindEndMark(last)) {
      cuts.remove(cuts.size() - 1);
    }
    List<String> pieces = new ArrayList<>();
    for (int i = 0; cuts.size() > 1 && i < cuts.size(); i++) {
      int end = i + 1 < cuts.size() ? cuts.get(i + 1) : lines.size();
      end = isBehindEndMark(end) ? end - 1 : end;
      pieces.add(text.substring(offset(withoutMailLine(cuts.get(i))), offset(end)));
    }
    return pieces;
  }

  private int offset(int line) {
    return line < lines.size() ? lines.get(line).start() : text.length();
  }

  private int withoutMailLine(int line) {
    boolean mail = line < lines.size() && MAIL.matcher(lines.get(line).text()).matches();
    return mail ? line + 1 : line;
  }

  private boolean isBehindEndMark(int line) {
    return line > 0 && END_MARK.matcher(lines.get(line - 1).text()).matches();
  }

  private boolean holdsProse(int start, int end) {
    for (int i = start; i < end; i++) {
      String line = lines.get(i).text();
      if (Sentences.isEnd(line) && Tokens.count(line) >= PARAGRAPH) {
        return true;
      }
    }
    return false;
  }
}
