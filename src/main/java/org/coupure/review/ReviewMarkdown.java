package org.coupure.review;

import java.util.ArrayList;
import java.util.List;
import org.coupure.query.Snippet;
import org.coupure.record.WellFormed;
import org.coupure.text.MarkdownEscapes;
import org.jspecify.annotations.Nullable;

/** Sets a review as CommonMark; found words are strong. */
final class ReviewMarkdown {
  private ReviewMarkdown() {}

  static String of(Review review) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(MarkdownEscapes.heading(review.title())).append("\n\n");
    text.append(MarkdownEscapes.line(review.facts())).append('\n');
    for (ReviewSection section : review.sections()) {
      text.append("\n## ").append(MarkdownEscapes.heading(section.subject())).append('\n');
      section.stories().forEach(story -> text.append(story(story)));
      text.append(section.stories().isEmpty() ? "\nNothing was found.\n" : "");
    }
    return WellFormed.of(text.toString());
  }

  private static String story(FoldedStory story) {
    ReviewItem item = story.first();
    StringBuilder text = new StringBuilder("\n### ");
    text.append(link(item.source().url(), marked(item.headline()))).append("\n\n");
    ArticleSource source = item.source();
    List<String> facts = new ArrayList<>();
    facts.add(source.paper());
    facts.addAll(source.authors());
    facts.add(source.time());
    facts.removeIf(String::isEmpty);
    text.append(MarkdownEscapes.line(String.join(" · ", facts))).append("\n\n");
    String lead = marked(item.lead());
    text.append(lead.isEmpty() ? "" : "> " + lead + "\n");
    if (!story.others().isEmpty()) {
      text.append("\nalso in ");
      text.append(Review.counted(Math.max(1, story.papers() - 1), "paper", "papers"));
      text.append(":\n\n");
    }
    for (ReviewItem other : story.others()) {
      text.append("- ").append(MarkdownEscapes.line(other.source().paper())).append(": ");
      text.append(link(other.source().url(), marked(other.headline()))).append('\n');
    }
    return text.toString();
  }

  private static String marked(Snippet snippet) {
    StringBuilder text = new StringBuilder();
    for (Snippet.Piece piece : snippet.pieces()) {
      String plain = MarkdownEscapes.line(piece.text());
      // What is folded away at a piece's ends parts words.
      String before = piece.text().startsWith(" ") ? " " : "";
      String behind = piece.text().endsWith(" ") && !plain.isEmpty() ? " " : "";
      text.append(piece.found() ? "**" + plain + "**" : before + plain + behind);
    }
    return text.toString().strip();
  }

  private static String link(@Nullable String url, String text) {
    return url == null
        ? text
        : "[" + text.replace("]", "\\]") + "](<" + url.replaceAll("[<>\\s\\\\]", "") + ">)";
  }
}
