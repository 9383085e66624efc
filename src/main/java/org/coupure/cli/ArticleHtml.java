package org.coupure.cli;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Explanation.Judged;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.text.Html;
import org.jspecify.annotations.Nullable;

/** Writes an article as HTML, each passage with the number of the block it was made from. */
final class ArticleHtml {
  private final Article article;
  private final StringBuilder html = new StringBuilder();

  /** The element that is open around the passages: {@code ul}, {@code table} or none. */
  private String around = "";

  /** The index of the block from which the next passage is searched. */
  private int next;

  private ArticleHtml(Article article) {
    this.article = article;
  }

  static String of(Article article) {
    return new ArticleHtml(article).set();
  }

  private String set() {
    String title = article.headline().title();
    html.append(title == null ? "" : "<h1>" + Html.escape(title) + "</h1>\n");
    html.append("<p class=\"by\">").append(Html.escape(byline())).append("</p>\n");
    for (Passage passage : article.body()) {
      surround(around(passage.kind()));
      passage(passage);
    }
    surround("");
    if (article.body().isEmpty()) {
      html.append("<p class=\"nothing\">No block of this page was kept.</p>\n");
    }
    return html.toString();
  }

  private String byline() {
    List<String> parts = new ArrayList<>(article.byline().authors());
    add(parts, article.byline().agency());
    add(parts, article.place().site());
    Moment published = article.dates().published();
    add(parts, published == null ? null : published.toRfc3339());
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, @Nullable String part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private static String around(PassageKind kind) {
    return kind == PassageKind.LIST_ITEM ? "ul" : kind == PassageKind.TABLE_ROW ? "table" : "";
  }

  private void surround(String element) {
    if (!around.equals(element)) {
      html.append(around.isEmpty() ? "" : "</" + around + ">\n");
      html.append(element.isEmpty() ? "" : "<" + element + ">\n");
      around = element;
    }
  }

  private void passage(Passage passage) {
    String text = Html.escape(passage.text());
    switch (passage.kind()) {
      case HEADING -> element("h" + Math.min(4, Math.max(2, passage.level())), "", passage, text);
      case QUOTE -> element("blockquote", "", passage, text);
      case LIST_ITEM -> element("li", "", passage, text);
      case TABLE_ROW ->
          element("tr", "", passage, "<td>" + text.replace("\t", "</td><td>") + "</td>");
      case CODE -> element("pre", "", passage, text);
      case CAPTION -> element("p", " class=\"caption\"", passage, text);
      case PARAGRAPH -> element("p", "", passage, text);
    }
  }

  private void element(String name, String attributes, Passage passage, String content) {
    int block = blockOf(passage);
    html.append('<').append(name).append(attributes);
    html.append(block < 0 ? "" : " data-of=\"b" + block + "\"");
    html.append('>').append(content).append("</").append(name).append(">\n");
  }

  /** Passages are in the order of their blocks; a passage whose text was changed has no block. */
  private int blockOf(Passage passage) {
    List<Judged> blocks = article.explanation().blocks();
    for (int i = next; i < blocks.size(); i++) {
      Judged block = blocks.get(i);
      if (block.verdict().keptAs() == passage.kind() && block.text().equals(passage.text())) {
        next = i + 1;
        return i;
      }
    }
    return -1;
  }
}
