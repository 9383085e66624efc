package org.coupure.review;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.text.Html;

/** The counts of each paper, and of its days as bars in SVG. */
final class PaperChart {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /** More papers are counted in one row. */
  private static final int PAPERS = 10;

  /** More days are thinner than a line; a bar is then a week, or as many days as it takes. */
  private static final int BARS = 31;

  private static final int WIDTH = 160;
  private static final int HEIGHT = 20;

  private final List<LocalDate> days;
  private final long daysPerBar;
  private final int bars;

  private PaperChart(List<LocalDate> days) {
    this.days = days;
    long span = days.isEmpty() ? 1 : ChronoUnit.DAYS.between(days.get(0), last()) + 1;
    daysPerBar = (span + BARS - 1) / BARS;
    bars = (int) ((span + daysPerBar - 1) / daysPerBar);
  }

  private LocalDate last() {
    return days.get(days.size() - 1);
  }

  /** Returns a table; empty when there is at most one article. */
  static String of(Review review) {
    List<ReviewItem> items = review.items();
    return items.size() < 2 ? "" : new PaperChart(Review.days(items)).table(items);
  }

  private String table(List<ReviewItem> items) {
    Map<String, int[]> counts = new TreeMap<>();
    for (ReviewItem item : items) {
      int[] row = counts.computeIfAbsent(item.source().paper(), paper -> new int[bars + 1]);
      row[bars]++;
      LocalDate day = item.source().day();
      if (day != null) {
        row[(int) (ChronoUnit.DAYS.between(days.get(0), day) / daysPerBar)]++;
      }
    }
    List<Map.Entry<String, int[]>> rows = new ArrayList<>(counts.entrySet());
    rows.sort(Comparator.comparingInt((Map.Entry<String, int[]> row) -> -row.getValue()[bars]));
    if (rows.size() > PAPERS) {
      int[] rest = new int[bars + 1];
      rows.subList(PAPERS - 1, rows.size())
          .forEach(row -> Arrays.setAll(rest, i -> rest[i] + row.getValue()[i]));
      String name = (rows.size() - PAPERS + 1) + " other papers";
      rows = new ArrayList<>(rows.subList(0, PAPERS - 1));
      rows.add(Map.entry(name, rest));
    }
    int most = 1;
    for (Map.Entry<String, int[]> row : rows) {
      for (int i = bars == 1 ? bars : 0; i < (bars == 1 ? bars + 1 : bars); i++) {
        most = Math.max(most, row.getValue()[i]);
      }
    }
    StringBuilder html = new StringBuilder("<table class=\"papers\">\n");
    html.append("<caption>").append(Html.escape(caption())).append("</caption>\n");
    for (Map.Entry<String, int[]> row : rows) {
      html.append("<tr><td><bdi>").append(Html.escape(row.getKey())).append("</bdi></td><td>");
      html.append(bars == 1 ? bar(row.getValue()[bars], most) : bars(row.getValue(), most));
      html.append("</td><td class=\"n\">").append(row.getValue()[bars]).append("</td></tr>\n");
    }
    return html.append("</table>\n").toString();
  }

  private String caption() {
    if (bars == 1) {
      return "Articles per paper";
    }
    String bar = daysPerBar == 1 ? "day" : daysPerBar + " days";
    return "Articles per paper, a bar for each "
        + bar
        + " from "
        + DAY.format(days.get(0))
        + " to "
        + DAY.format(last());
  }

  private static String svg(String label, String content) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + HEIGHT
        + "\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\""
        + label
        + "\">"
        + content
        + "</svg>";
  }

  private static String bar(int count, int most) {
    return svg("" + count, rect(0, 4, Math.max(2, WIDTH * count / most), HEIGHT - 8));
  }

  private String bars(int[] counts, int most) {
    StringBuilder label = new StringBuilder();
    StringBuilder rects = new StringBuilder();
    double step = WIDTH / (double) bars;
    rects.append("<line x1=\"0\" y1=\"19.5\" x2=\"160\" y2=\"19.5\"/>");
    for (int i = 0; i < bars; i++) {
      label.append(i == 0 ? "" : " ").append(counts[i]);
      if (counts[i] > 0) {
        double height = Math.max(2, (HEIGHT - 1.0) * counts[i] / most);
        double width = Math.min(24, step * .8);
        rects.append(rect(i * step, HEIGHT - height, width, height));
      }
    }
    return svg(label.toString(), rects.toString());
  }

  private static String rect(double x, double y, double width, double height) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        x,
        y,
        width,
        height);
  }
}
