package org.coupure.review;

import java.util.ArrayList;
import java.util.List;
import org.coupure.text.Html;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parts of a review as HTML that is XML too, for the page and for the EPUB. All that comes
 * from sites is escaped.
 */
final class ReviewHtml {
  private final Review review;
  private final PictureUse pictures;

  ReviewHtml(Review review, PictureUse pictures) {
    this.review = review;
    this.pictures = pictures;
  }

  String body() {
    StringBuilder html = new StringBuilder(head()).append(contents());
    html.append(PaperChart.of(review));
    for (int i = 0; i < review.sections().size(); i++) {
      html.append(section(i));
    }
    return html.toString();
  }

  String head() {
    return "<h1 dir=\"auto\">"
        + Html.escape(review.title())
        + "</h1>\n<p class=\"facts\">"
        + Html.escape(review.facts())
        + "</p>\n";
  }

  /** The headlines are folded: on a phone they would fill the first screens. */
  private String contents() {
    List<ReviewSection> sections = review.sections();
    StringBuilder html = new StringBuilder("<nav>\n");
    for (int i = 0; i < sections.size(); i++) {
      ReviewSection section = sections.get(i);
      html.append("<details><summary><a href=\"#s").append(i + 1).append("\" dir=\"auto\">");
      html.append(Html.escape(section.subject())).append("</a> (");
      html.append(section.stories().size()).append(")</summary>\n<ol>\n");
      for (int j = 0; j < section.stories().size(); j++) {
        ReviewItem item = section.stories().get(j).first();
        html.append("<li><a href=\"#").append(anchor(i, j)).append('"').append(language(item));
        html.append('>').append(Html.escape(item.headline().toString())).append("</a></li>\n");
      }
      html.append("</ol></details>\n");
    }
    return html.append("</nav>\n").toString();
  }

  private static String anchor(int section, int story) {
    return "s" + (section + 1) + "-" + (story + 1);
  }

  /** Returns a subject with its stories. */
  String section(int index) {
    ReviewSection section = review.sections().get(index);
    StringBuilder html = new StringBuilder();
    html.append("<section id=\"s").append(index + 1).append("\">\n<h2><bdi>");
    html.append(Html.escape(section.subject())).append("</bdi> <small>");
    html.append(Review.counted(section.stories().size(), "story", "stories"));
    html.append("</small></h2>\n");
    for (int i = 0; i < section.stories().size(); i++) {
      html.append(story(section.stories().get(i), anchor(index, i)));
    }
    if (section.stories().isEmpty()) {
      html.append("<p class=\"facts\">Nothing was found.</p>\n");
    }
    return html.append("</section>\n").toString();
  }

  private String story(FoldedStory story, String anchor) {
    ReviewItem item = story.first();
    String url = item.source().url();
    StringBuilder html = new StringBuilder();
    html.append("<article id=\"").append(anchor).append('"').append(language(item)).append(">\n");
    html.append("<h3>").append(link(url, MarkedHtml.of(item.headline()))).append("</h3>\n");
    html.append("<p class=\"facts\">").append(facts(item)).append("</p>\n");
    html.append(picture(item));
    html.append("<p class=\"lead\">").append(MarkedHtml.of(item.lead())).append("</p>\n");
    html.append(others(story));
    if (url != null) {
      html.append("<p class=\"facts print-url\" dir=\"ltr\">").append(Html.escape(url));
      html.append("</p>\n");
    }
    return html.append("</article>\n").toString();
  }

  private static String language(ReviewItem item) {
    String language = item.language();
    String tag = language == null ? "" : Html.escape(language);
    return (tag.isEmpty() ? "" : " lang=\"" + tag + "\" xml:lang=\"" + tag + "\"")
        + (item.isRightToLeft() ? " dir=\"rtl\"" : " dir=\"ltr\"");
  }

  private String facts(ReviewItem item) {
    ArticleSource source = item.source();
    List<String> facts = new ArrayList<>();
    facts.add("<b><bdi>" + Html.escape(source.paper()) + "</bdi></b>");
    source.authors().forEach(author -> facts.add("<bdi>" + Html.escape(author) + "</bdi>"));
    if (!source.time().isEmpty()) {
      facts.add("<bdi lang=\"en\">" + Html.escape(source.time()) + "</bdi>");
    }
    if (pictures == PictureUse.LINK && item.image() != null) {
      facts.add(link(item.image(), "picture"));
    }
    return String.join(" · ", facts);
  }

  private String picture(ReviewItem item) {
    return pictures != PictureUse.LOAD || item.image() == null
        ? ""
        : "<img src=\"" + Html.escape(item.image()) + "\" alt=\"\" loading=\"lazy\"/>\n";
  }

  /** Papers with the same headline stand in one line, the others each with its own. */
  private static String others(FoldedStory story) {
    if (story.others().isEmpty()) {
      return "";
    }
    List<String> same = new ArrayList<>();
    StringBuilder own = new StringBuilder();
    for (ReviewItem other : story.others()) {
      String paper = "<bdi>" + Html.escape(other.source().paper()) + "</bdi>";
      if (other.hasHeadlineOf(story.first())) {
        same.add(link(other.source().url(), paper));
      } else {
        String headline = MarkedHtml.of(other.headline());
        own.append("<li>").append(paper).append(": <span").append(language(other)).append('>');
        own.append(link(other.source().url(), headline)).append("</span></li>\n");
      }
    }
    return "<div class=\"also\" lang=\"en\" xml:lang=\"en\" dir=\"ltr\">also in "
        + Review.counted(Math.max(1, story.papers() - 1), "paper", "papers")
        + (same.isEmpty() ? "" : ": " + String.join(", ", same))
        + (own.length() == 0 ? "" : "<ul>\n" + own + "</ul>")
        + "</div>\n";
  }

  private static String link(@Nullable String url, String html) {
    return url == null
        ? html
        : "<a href=\"" + Html.escape(url) + "\" rel=\"noreferrer\">" + html + "</a>";
  }
}
