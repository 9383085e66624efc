package org.coupure.fetch;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/** Decides by an answer's content type whether its body can be a page, before it is read. */
final class PageTypes {
  private static final Set<String> BINARY_KINDS =
      Set.of("image", "audio", "video", "font", "model", "chemical");

  /** Text, but not of an article: better said than cleaned into nonsense. */
  private static final Set<String> OTHER_TEXT =
      Set.of("css", "javascript", "ecmascript", "csv", "calendar", "vcard", "event-stream");

  /**
   * Types that are pages or too vague to tell: XHTML is served as XML, and servers that know
   * nothing say octet-stream. What the bytes are is seen when they are read.
   */
  private static final Set<String> PAGES_OR_VAGUE =
      Set.of(
          "application/xhtml+xml",
          "application/xml",
          "application/html",
          "application/octet-stream",
          "application/x-httpd-php",
          "application/unknown",
          "application/force-download");

  private static final Set<String> NOT_PAGES =
      Set.of("application/json", "application/rss+xml", "application/atom+xml");

  private PageTypes() {}

  /** Returns why a body of this type is not read, or empty when it may be what was asked for. */
  static Optional<FetchFailure> check(Purpose purpose, @Nullable String contentType) {
    if (purpose == Purpose.PAGE) {
      return check(contentType);
    }
    // Feeds and sitemaps are served as nearly anything, and packed ones as application/gzip.
    String type = bare(contentType);
    int slash = Math.max(0, type.indexOf('/'));
    return !purpose.isOfSite() && BINARY_KINDS.contains(type.substring(0, slash))
        ? refuse(Reason.BINARY, type)
        : Optional.empty();
  }

  /**
   * Returns why a body of this type is not read, or empty when it may be a page; a missing or
   * malformed type may be one.
   */
  static Optional<FetchFailure> check(@Nullable String contentType) {
    String type = bare(contentType);
    int slash = type.indexOf('/');
    if (slash < 0 || PAGES_OR_VAGUE.contains(type)) {
      return Optional.empty();
    }
    String kind = type.substring(0, slash);
    String name = type.substring(slash + 1);
    if (kind.equals("text") ? !OTHER_TEXT.contains(name) : !kind.matches("[a-z]+")) {
      return Optional.empty();
    }
    if (BINARY_KINDS.contains(kind)) {
      return refuse(Reason.BINARY, type);
    }
    boolean readable =
        kind.equals("text")
            || kind.equals("multipart")
            || kind.equals("message")
            || NOT_PAGES.contains(type)
            || name.contains("json")
            || name.contains("javascript")
            || name.endsWith("+xml");
    return refuse(readable ? Reason.UNSUPPORTED : Reason.BINARY, type);
  }

  private static Optional<FetchFailure> refuse(Reason reason, String type) {
    return Optional.of(
        FetchFailure.failed(
            reason, "the answer is " + RequestedUrl.quote(type) + ", not a page of text"));
  }

  /** Returns the type without its parameters in lower case; empty when there is none. */
  static String bare(@Nullable String contentType) {
    if (contentType == null) {
      return "";
    }
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
