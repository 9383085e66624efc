package org.coupure.cli;

import java.util.List;
import org.coupure.article.Article;
import org.coupure.page.Url;
import org.coupure.query.QueryMatch;
import org.coupure.query.Snippet;
import org.coupure.review.HtmlPage;
import org.coupure.review.MarkedHtml;
import org.coupure.store.StoredRecord;
import org.coupure.text.Html;

/** Writes the results of a search as one HTML page. */
final class HitPage {
  private static final int SNIPPET = 320;

  private HitPage() {}

  static String of(String query, List<StoredRecord> hits) {
    StringBuilder body = new StringBuilder();
    body.append("<p class=\"facts\">").append(FieldListing.counted(hits.size(), "record"));
    body.append("</p>\n");
    hits.forEach(hit -> body.append(article(hit)));
    return HtmlPage.of(query, body.toString());
  }

  private static String article(StoredRecord hit) {
    Article article = hit.article();
    QueryMatch match = hit.match() == null ? new QueryMatch(List.of(), List.of()) : hit.match();
    String language = article.language();
    String title = article.headline().titleForPeople();
    String marked = MarkedHtml.of(Snippet.all(title, match.title()));
    String url = article.place().urlOrCanonical();
    StringBuilder html = new StringBuilder("<article dir=\"auto\"");
    html.append(language == null ? "" : " lang=\"" + Html.escape(language) + "\"").append(">\n");
    html.append("<h2 dir=\"auto\">");
    html.append(
        url != null && Url.isHttp(url)
            ? "<a href=\"" + Html.escape(url) + "\" rel=\"noreferrer\">" + marked + "</a>"
            : marked);
    html.append("</h2>\n<p class=\"facts\" dir=\"auto\">");
    html.append(Html.escape(String.join(" · ", HitText.facts(article)))).append("</p>\n");
    html.append("<p dir=\"auto\">");
    html.append(MarkedHtml.of(Snippet.of(article.text(), match.text(), SNIPPET)));
    return html.append("</p>\n</article>\n").toString();
  }
}
