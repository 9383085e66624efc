package org.coupure.review;

import org.coupure.query.Snippet;
import org.coupure.text.Html;

/** Sets a snippet as HTML, which is XML too. */
public final class MarkedHtml {
  private MarkedHtml() {}

  /** Returns a snippet with its found words in {@code mark} elements. */
  public static String of(Snippet snippet) {
    StringBuilder html = new StringBuilder();
    for (Snippet.Piece piece : snippet.pieces()) {
      String text = Html.escape(piece.text());
      html.append(piece.found() ? "<mark>" + text + "</mark>" : text);
    }
    return html.toString();
  }
}
