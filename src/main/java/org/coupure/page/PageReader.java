package org.coupure.page;

import org.coupure.article.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page's bytes: tells HTML from plain text from everything else by the content itself,
 * decodes it and parses HTML within {@link Limits}. Immutable and thread-safe.
 */
public final class PageReader {
  /** Characters of the shortest tag; fewer characters than that need not be counted. */
  private static final int SHORTEST_TAG = 2;

  private final Limits limits;

  /**
   * Makes a reader.
   *
   * @throws IllegalStateException if the jsoup on the class path is too old
   */
  public PageReader(Limits limits) {
    JsoupVersion.check();
    this.limits = limits;
  }

  /** Returns what {@code page} holds; a page that can't be read is a value too. */
  public Content read(Page page) {
    byte[] bytes = page.bytes();
    if (bytes.length == 0) {
      return new Content.Unreadable(Reason.EMPTY_INPUT, "the page has no bytes");
    }
    if (bytes.length > limits.bytes()) {
      return new Content.Unreadable(
          Reason.TOO_LARGE,
          "the page has " + bytes.length + " bytes, the limit is " + limits.bytes());
    }
    String signature = BinarySignatures.find(bytes);
    if (signature != null) {
      return new Content.Unreadable(
          Reason.BINARY, "the page is " + signature + ", not HTML or text");
    }
    Decoded decoded = CharsetDecoding.decode(bytes, page.contentType());
    if (BinarySignatures.looksBinary(decoded.text())) {
      return new Content.Unreadable(
          Reason.BINARY, "the page holds control characters as only binary files do");
    }
    if (decoded.text().isBlank()) {
      return new Content.Unreadable(Reason.EMPTY_INPUT, "the page holds white space only");
    }
    return Sniffing.isHtml(decoded.text(), page.contentType())
        ? parse(decoded, page.url())
        : plain(decoded);
  }

  private Content plain(Decoded decoded) {
    int length = decoded.text().length();
    if (length > limits.text()) {
      return tooMuchText(length);
    }
    long lines = decoded.text().chars().filter(c -> c == '\n' || c == '\r').count();
    return lines > limits.lines()
        ? new Content.Unreadable(
            Reason.TOO_MANY_NODES,
            "the text has " + lines + " lines, the limit is " + limits.lines())
        : new Content.PlainText(decoded);
  }

  private Content parse(Decoded decoded, @Nullable String url) {
    // Counted before the parse, because a parse can't be stopped half-way.
    int tags =
        decoded.text().length() / SHORTEST_TAG > limits.nodes() ? countTags(decoded.text()) : 0;
    if (tags > limits.nodes()) {
      return new Content.Unreadable(
          Reason.TOO_MANY_NODES, "the page has " + tags + " tags, the limit is " + limits.nodes());
    }
    Parser parser = Parser.htmlParser().setMaxDepth(limits.depth());
    Document document = Jsoup.parse(decoded.text(), url == null ? "" : url, parser);
    DomNormalizer.normalize(document);
    // Markup only makes a source longer than its text, so that hardly any page is measured.
    long text = decoded.text().length() <= limits.text() ? 0 : textLength(document.body());
    return text > limits.text()
        ? tooMuchText(text)
        : new Content.Html(document, decoded.withoutText());
  }

  private Content tooMuchText(long length) {
    return new Content.Unreadable(
        Reason.TOO_MUCH_TEXT,
        "the page has " + length + " characters of text, the limit is " + limits.text());
  }

  private static long textLength(Element body) {
    long[] length = new long[1];
    body.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            length[0] += text.getWholeText().length();
          }
        });
    return length[0];
  }

  /** Counts what begins like a tag or a comment, and the end tags that make an element. */
  private static int countTags(String text) {
    int tags = 0;
    for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
      char c = text.charAt(i + 1);
      if (Sniffing.isLetter(c) || c == '!' || c == '?') {
        tags++;
      } else if (c == '/' && (Sniffing.isAt(text, i, "</p") || Sniffing.isAt(text, i, "</br"))) {
        // Quirk: without a start tag these two make an element of their own.
        tags++;
      }
    }
    return tags;
  }
}
