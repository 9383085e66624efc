package org.coupure.page;

import java.util.Locale;
import org.coupure.article.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page's bytes: tells HTML from plain text from everything else by the content itself,
 * decodes it and parses HTML within {@link Limits}. Immutable and thread-safe.
 */
public final class PageReader {
  /** The part of a page in which a tag shows that it is HTML. */
  private static final int SNIFF_WINDOW = 2048;

  private final Limits limits;

  public PageReader(Limits limits) {
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
    return isHtml(decoded.text(), page.contentType()) ? parse(decoded, page.url()) : plain(decoded);
  }

  private Content plain(Decoded decoded) {
    int length = decoded.text().length();
    return length > limits.text() ? tooMuchText(length) : new Content.PlainText(decoded);
  }

  private Content parse(Decoded decoded, @Nullable String url) {
    // Counted before the parse, because a parse can't be stopped half-way.
    int tags = countTags(decoded.text());
    if (tags > limits.nodes()) {
      return new Content.Unreadable(
          Reason.TOO_MANY_NODES, "the page has " + tags + " tags, the limit is " + limits.nodes());
    }
    Parser parser = Parser.htmlParser().setMaxDepth(limits.depth());
    Document document = Jsoup.parse(decoded.text(), url == null ? "" : url, parser);
    return new Content.Html(document, decoded);
  }

  private Content tooMuchText(int length) {
    return new Content.Unreadable(
        Reason.TOO_MUCH_TEXT,
        "the page has " + length + " characters of text, the limit is " + limits.text());
  }

  /**
   * Tells HTML from plain text by the first tag a browser would recognise. A header that says HTML
   * is believed only when some tag is there at all, because dumps are often served as HTML.
   */
  static boolean isHtml(String text, @Nullable String contentType) {
    String head = text.substring(0, Math.min(text.length(), SNIFF_WINDOW)).toLowerCase(Locale.ROOT);
    String stripped = head.stripLeading();
    if (stripped.startsWith("<!doctype html")
        || stripped.startsWith("<html")
        || stripped.startsWith("<!--")
        || stripped.startsWith("<?xml")
        || head.contains("<head")
        || head.contains("<body")) {
      return true;
    }
    // A fragment: several tags of structure, not a text that mentions one.
    int structure = 0;
    for (String tag : STRUCTURE_TAGS) {
      for (int i = text.indexOf(tag); i >= 0 && structure < 4; i = text.indexOf(tag, i + 1)) {
        structure++;
      }
    }
    boolean saidHtml = contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
    return structure >= 4 || (structure >= 1 && (saidHtml || stripped.startsWith("<")));
  }

  private static final String[] STRUCTURE_TAGS = {
    "</p>",
    "</div>",
    "</h1>",
    "</h2>",
    "</li>",
    "</a>",
    "</span>",
    "<br",
    "</td>",
    "</article>",
    "</P>",
    "</DIV>",
    "</H1>",
    "</TD>",
    "</A>",
    "<BR"
  };

  private static int countTags(String text) {
    int tags = 0;
    for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
      char c = text.charAt(i + 1);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        tags++;
      }
    }
    return tags;
  }
}
