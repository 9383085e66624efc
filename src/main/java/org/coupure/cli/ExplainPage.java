package org.coupure.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation.Judged;
import org.coupure.article.LineState;
import org.coupure.article.PageKind;
import org.coupure.article.PassageKind;
import org.coupure.article.Quality;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.learn.Comparison;
import org.coupure.text.Html;
import org.coupure.verdict.VerdictSentences;
import org.jspecify.annotations.Nullable;

/**
 * Writes an explained clip as one self-contained HTML page: on the left the finished article, on
 * the right every block of the page in order, kept blocks beside dropped ones.
 */
final class ExplainPage {
  private final Clip clip;
  private final Article article;
  private final List<Judged> blocks;
  private final @Nullable Comparison comparison;
  private final VerdictSentences sentences;

  private ExplainPage(
      Clip clip, Article article, @Nullable Comparison comparison, VerdictSentences sentences) {
    this.comparison = comparison;
    this.sentences = sentences;
    this.clip = clip;
    this.article = article;
    this.blocks = article.explanation().blocks();
  }

  /** Returns the page about {@code clip}, which has an article. */
  static String of(Clip clip) {
    return of(clip, null, VerdictSentences.in("en"));
  }

  /**
   * Returns the page about {@code clip}, which has an article.
   *
   * @param comparison what is different from another clip of the same page, to be shown above; null
   *     when there is none
   * @param sentences say what flags and confidence mean
   */
  static String of(Clip clip, @Nullable Comparison comparison, VerdictSentences sentences) {
    Article article = clip.article();
    if (article == null) {
      throw new IllegalArgumentException("nothing to explain without an article: " + clip.input());
    }
    return new ExplainPage(clip, article, comparison, sentences).fill();
  }

  private String fill() {
    long kept = blocks.stream().filter(block -> block.verdict().kept()).count();
    String title = article.headline().title();
    Map<String, String> places =
        Map.ofEntries(
            Map.entry("badge", clip.hasText() ? "" : " none"),
            Map.entry("outcome", Html.escape(clip.outcome().code())),
            Map.entry("input", Html.escape(clip.input())),
            Map.entry("counts", FieldListing.counted(article.quality().words(), "word")),
            Map.entry("why", why() + changes()),
            Map.entry("all", Tally.grouped(blocks.size())),
            Map.entry("kept", Tally.grouped(kept)),
            Map.entry("dropped", Tally.grouped(blocks.size() - kept)),
            Map.entry("deciders", deciders()),
            Map.entry("language", language()),
            Map.entry("article", ArticleHtml.of(article)),
            Map.entry("blocks", lanes()),
            Map.entry("quality", quality()),
            Map.entry("fields", fields()));
    String name = Html.escape(title == null ? clip.input() : title);
    return ReportTemplate.fill("explain.html", name + ": why this text?", places);
  }

  private String language() {
    String language = article.language();
    return language == null ? "" : " lang=\"" + Html.escape(language) + "\"";
  }

  private String why() {
    String detail = clip.detail();
    if (detail == null) {
      return "";
    }
    return "<p class=\"why\">" + Html.escape(clip.reason().code() + ": " + detail) + "</p>";
  }

  private String changes() {
    if (comparison == null) {
      return "";
    }
    StringBuilder html = new StringBuilder("<details class=\"why\" open><summary>");
    html.append(FieldListing.counted(comparison.blocks().size(), "block")).append(" and ");
    html.append(FieldListing.counted(comparison.fields().size(), "field")).append(" change: ");
    html.append(FieldListing.counted(comparison.wordsBefore(), "word")).append(" before, ");
    html.append(Tally.grouped(comparison.wordsAfter())).append(" after</summary><ul>");
    for (Comparison.BlockChange change : comparison.blocks()) {
      html.append(change.isNew() ? "<li>+ <ins>" : "<li>\u2212 <del>");
      html.append(Html.escape(change.after().text()));
      html.append(change.isNew() ? "</ins>" : "</del>").append(" <small>");
      html.append(Html.escape(change.after().reason())).append("</small></li>");
    }
    for (Comparison.FieldChange field : comparison.fields()) {
      html.append("<li>").append(Html.escape(field.name())).append(": <del>");
      html.append(Html.escape(field.before())).append("</del> <ins>");
      html.append(Html.escape(field.after())).append("</ins></li>");
    }
    return html.append("</ul></details>").toString();
  }

  private String deciders() {
    Map<String, Integer> counts = new TreeMap<>();
    blocks.forEach(block -> counts.merge(FieldListing.decider(block.verdict()), 1, Integer::sum));
    StringBuilder buttons = new StringBuilder();
    counts.forEach(
        (decider, count) ->
            buttons
                .append("<button type=\"button\" aria-pressed=\"false\" data-decider=\"")
                .append(decider)
                .append("\">")
                .append(decider)
                .append(' ')
                .append(Tally.grouped(count))
                .append("</button>\n"));
    return buttons.toString();
  }

  /** A run of kept blocks stands beside the run of dropped blocks that follows it. */
  private String lanes() {
    StringBuilder html = new StringBuilder();
    int i = 0;
    while (i < blocks.size()) {
      html.append("<div class=\"run l\">");
      i = run(html, i, true);
      html.append("</div><div class=\"run r\">");
      i = run(html, i, false);
      html.append("</div>\n");
    }
    return html.toString();
  }

  private int run(StringBuilder html, int from, boolean kept) {
    int i = from;
    while (i < blocks.size() && blocks.get(i).verdict().kept() == kept) {
      block(html, i, blocks.get(i));
      i++;
    }
    return i;
  }

  private static void block(StringBuilder html, int index, Judged block) {
    PassageKind kind = block.verdict().keptAs();
    String decider = FieldListing.decider(block.verdict());
    html.append("<div class=\"block ").append(kind == null ? "drop" : "keep");
    html.append("\" id=\"b").append(index).append("\" data-by=\"").append(decider);
    html.append("\"><div class=\"head\"><b>").append(kind == null ? "dropped" : kind.code());
    html.append("</b><span>").append(decider).append(": ");
    html.append(Html.escape(block.reason())).append("</span>");
    LineState state = block.state();
    if (state != null) {
      html.append("<span class=\"where\">").append(state.part().code()).append("</span>");
    }
    if (state != null && state.cut() != null) {
      html.append("<span class=\"cut\">\u2702 cut off the line above (");
      html.append(state.cut()).append(")</span>");
    }
    if (block.where() != null) {
      html.append("<span class=\"where\">").append(Html.escape(block.where())).append("</span>");
    }
    html.append("</div><p class=\"text\">").append(Html.escape(block.text())).append("</p></div>");
  }

  private String fields() {
    StringBuilder rows = new StringBuilder();
    for (FieldListing.Field field : FieldListing.of(clip, article)) {
      Evidence evidence = FieldListing.evidence(field.name(), article);
      rows.append("<tr><th scope=\"row\">").append(Html.escape(field.name())).append("</th>");
      cell(rows, "", field.value());
      cell(rows, "", evidence == null ? null : evidence.from());
      cell(rows, " class=\"raw\"", evidence == null ? null : evidence.where());
      cell(rows, " class=\"raw\"", evidence == null ? null : evidence.raw());
      rows.append("<td>").append(links(field.name())).append("</td></tr>\n");
    }
    return rows.toString();
  }

  /** Returns links to the blocks that became a field. */
  private String links(String field) {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      Verdict verdict = blocks.get(i).verdict();
      if (verdict.decider() == Decider.FIELD && verdict.why().equals(field)) {
        links.append("<a href=\"#b").append(i).append("\">").append(i + 1).append("</a> ");
      }
    }
    return links.toString().strip();
  }

  /** What kind of page it is, how far its text can be trusted, and what its flags mean. */
  private String quality() {
    Quality quality = article.quality();
    StringBuilder html = new StringBuilder("<dl>");
    PageKind kind = article.pageKind();
    if (kind != null) {
      html.append("<div><dt>Kind of page</dt><dd>").append(kind.code()).append("</dd></div>");
    }
    html.append("<div><dt>Confidence</dt><dd>");
    html.append(Math.round(100 * quality.confidence())).append(" %</dd></div></dl><p>");
    html.append(Html.escape(sentences.confidence(quality.confidence(), quality.words())));
    html.append("</p>");
    if (!quality.flags().isEmpty()) {
      html.append("<ul class=\"flags\">");
      for (String flag : quality.flags()) {
        html.append("<li><b>").append(Html.escape(flag)).append("</b> ");
        html.append(Html.escape(sentences.flag(flag))).append("</li>");
      }
      html.append("</ul>");
    }
    return html.toString();
  }

  private static void cell(StringBuilder rows, String attributes, @Nullable String text) {
    rows.append("<td").append(attributes).append('>');
    rows.append(text == null ? "" : Html.escape(text)).append("</td>");
  }
}
