package org.coupure.page;

import org.coupure.article.Reason;
import org.jsoup.nodes.Document;

/** What a page's bytes turned out to be. */
public sealed interface Content {

  /**
   * A parsed HTML page.
   *
   * @param document the parse, shared and not to be changed
   * @param decoded how it was decoded, without the text: nobody asks for the source any more, and
   *     it takes nearly as much memory as the parse
   */
  record Html(Document document, Decoded decoded) implements Content {}

  /**
   * A plain-text dump, whose HTML is gone.
   *
   * @param decoded the text with its charset
   */
  record PlainText(Decoded decoded) implements Content {}

  /**
   * Bytes that give no text to work on.
   *
   * @param reason why, as a code
   * @param detail why, as a sentence for a person
   */
  record Unreadable(Reason reason, String detail) implements Content {}
}
