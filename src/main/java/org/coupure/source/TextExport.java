package org.coupure.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.coupure.page.Decoded;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one plain-text file that holds several, each a page of its own: {@code
 * export.txt#1}, {@code export.txt#2} and so on.
 */
final class TextExport implements Archive {
  /** A mail with an HTML part is read as such; of any other the text is. */
  private static final Pattern HTML_MAIL =
      Pattern.compile("^Content-Type: *text/html", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final Origin origin;
  private final SourceLimits limits;
  private final Charset charset;
  private final List<String> articles;
  private int given;

  private TextExport(Origin origin, SourceLimits limits, Charset charset, List<String> articles) {
    this.origin = origin;
    this.limits = limits;
    this.charset = charset;
    this.articles = articles;
  }

  /** Returns the articles of the file that holds {@code bytes}, or null when it is one page. */
  static @Nullable TextExport of(Origin origin, SourceLimits limits, byte[] bytes) {
    if (startsWithTag(bytes)) {
      return null;
    }
    Decoded decoded = Decoded.of(bytes, null);
    List<String> articles = ArticleBoundaries.articles(decoded.text());
    if (articles.size() < 2 || decoded.isHtml()) {
      return null;
    }
    boolean oneCharset =
        decoded.evidence() != Decoded.Evidence.TWICE && decoded.charset().canEncode();
    Charset charset = oneCharset ? decoded.charset() : StandardCharsets.UTF_8;
    return new TextExport(origin, limits, charset, articles);
  }

  /** Nearly all HTML does, so that most of it need not be decoded here. */
  private static boolean startsWithTag(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] <= ' ') {
      // A byte order mark is negative, as is every byte of a letter beyond ASCII.
      i++;
    }
    return i < bytes.length && bytes[i] == '<';
  }

  @Override
  public @Nullable Entry next() throws IOException {
    if (given == articles.size()) {
      return null;
    }
    String article = articles.get(given++);
    byte[] bytes = article.getBytes(charset);
    Origin part = origin.part(given);
    if (HTML_MAIL.matcher(article).find()) {
      return new MhtmlPage(new PeekStream(new ByteArrayInputStream(bytes)), part, limits).next();
    }
    String type = "text/plain; charset=" + charset.name();
    return new Captured(Page.builder(part.source(), bytes).contentType(type).build());
  }

  @Override
  public void close() {
    // Nothing is open: the file was read as a whole.
  }
}
