package org.coupure.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A redirect that a page declares itself: {@code <meta http-equiv=refresh>}, or the header {@code
 * Refresh} with the same syntax (WHATWG HTML, "shared declarative refresh steps").
 *
 * @param seconds how long a browser waits before it goes on
 * @param target the URL as it is written, often relative; never empty
 */
public record DeclaredRefresh(int seconds, String target) {
  /** Pages that wait longer are to be read, or reload themselves as news tickers do. */
  private static final int LONGEST = 5;

  /** A page that leads on has a sentence and a link; a page with more text is one to be read. */
  private static final int MOST_WORDS = 60;

  /** A longer page has a text of its own (bytes). Chosen. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final Pattern VALUE =
      Pattern.compile(
          "\\s*(\\d{0,4})[\\d.]*\\s*[;,\\s]\\s*(?:url\\s*=\\s*)?(?:\"([^\"]*).*|'([^']*).*|(.*))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Reads the value of the header or of {@code content}; empty when it names no target. */
  public static Optional<DeclaredRefresh> parse(String value) {
    Matcher parts = VALUE.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String target = "";
    for (int group = 2; group <= 4; group++) {
      target = parts.group(group) == null ? target : parts.group(group).strip();
    }
    int seconds = parts.group(1).isEmpty() ? 0 : Integer.parseInt(parts.group(1));
    return target.isEmpty() || target.toLowerCase(Locale.ROOT).startsWith("javascript:")
        ? Optional.empty()
        : Optional.of(new DeclaredRefresh(seconds, target));
  }

  /** Returns where a page leads at once that has hardly a text of its own; empty for others. */
  public static Optional<DeclaredRefresh> of(Head head, Document document) {
    for (String value : head.refreshes()) {
      Optional<DeclaredRefresh> found = parse(value).filter(DeclaredRefresh::isRedirect);
      if (found.isPresent() && isStub(document)) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns the same of a page's bytes; what matters of the markup is ASCII. */
  public static Optional<DeclaredRefresh> in(byte[] page) {
    String source = page.length > MOST_BYTES ? "" : new String(page, StandardCharsets.ISO_8859_1);
    // Few pages have the words, and only these are parsed.
    if (!source.toLowerCase(Locale.ROOT).contains("http-equiv")) {
      return Optional.empty();
    }
    Document document = Jsoup.parse(source);
    return of(Head.of(document), document);
  }

  /** Returns whether it is a redirect, not a page that is shown first. */
  public boolean isRedirect() {
    return seconds <= LONGEST;
  }

  /** Returns whether a page has hardly a text of its own. */
  static boolean isStub(Document document) {
    return words(document) <= MOST_WORDS;
  }

  private static int words(Document document) {
    String text = document.body().text().strip();
    return text.isEmpty() ? 0 : text.split("\\s+").length;
  }
}
