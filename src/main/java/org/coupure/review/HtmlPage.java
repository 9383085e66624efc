package org.coupure.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.coupure.text.Html;

/** The frame of HTML pages that list records: one file, for screens and paper, bright and dark. */
public final class HtmlPage {
  private HtmlPage() {}

  /** Returns the page of a title, which is text, and a body, which is HTML. */
  public static String of(String title, String body) {
    String heading = "<h1 dir=\"auto\">" + Html.escape(title) + "</h1>\n";
    return framed(title, heading + body, "", PictureUse.OFF);
  }

  /**
   * Returns a page whose body has its own heading.
   *
   * @param kind the class of the body, for the style
   * @param pictures whether the page may load pictures from their sites
   */
  static String framed(String title, String body, String kind, PictureUse pictures) {
    String images = pictures == PictureUse.LOAD ? " img-src http: https:;" : "";
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<meta name=\"referrer\" content=\"no-referrer\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + images
        + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<title>"
        + Html.escape(title)
        + "</title>\n<style>\n"
        + style()
        + "</style>\n</head>\n<body"
        + (kind.isEmpty() ? "" : " class=\"" + kind + "\"")
        + ">\n"
        + body
        + "</body>\n</html>\n";
  }

  /** Returns the style that all pages share. */
  static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("review.css")) {
      if (in == null) {
        throw new IllegalStateException("review.css is missing from the jar: a broken build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read review.css from the jar", e);
    }
  }
}
