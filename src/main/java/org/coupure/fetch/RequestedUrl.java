package org.coupure.fetch;

import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads a URL that a user typed or a list holds as an absolute http or https URL. One of {@code
 * url} and {@code refusal} is null.
 */
record RequestedUrl(@Nullable HttpUrl url, @Nullable FetchFailure refusal) {
  private static final Pattern ABSOLUTE =
      Pattern.compile("^https?://[^/\\\\]", Pattern.CASE_INSENSITIVE);

  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]{0,20}):");

  /** A host without its scheme: {@code example.com}, {@code example.com:8080/a}. */
  private static final Pattern BARE_HOST =
      Pattern.compile("^[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+(?:[:/?#].*)?$");

  /**
   * The slips that people make with the scheme: {@code htp://}, {@code ttps://}, {@code http:/}.
   */
  private static final Pattern MISTYPED =
      Pattern.compile("^h?t{1,3}p(s?)[:;]/{0,3}(?=[^/])", Pattern.CASE_INSENSITIVE);

  static RequestedUrl parse(String given) {
    String text = given.strip();
    if (text.isEmpty()) {
      return refuse("the address is empty; expected one such as https://example.com/page");
    }
    if (!ABSOLUTE.matcher(text).find()) {
      return refuse(quote(text) + " is not an absolute http or https address" + hint(text));
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
      return refuse(quote(text) + " has white space in it; write it as %20, or as two addresses");
    }
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      return refuse(quote(text) + " is not a valid address: its host or port can't be read");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      // A password would end up in records and reports.
      return refuse(
          "the address of host " + url.host() + " holds a user name or password; leave it out");
    }
    return new RequestedUrl(url.newBuilder().fragment(null).build(), null);
  }

  private static RequestedUrl refuse(String sentence) {
    return new RequestedUrl(null, FetchFailure.failed(Reason.BAD_URL, sentence));
  }

  private static String hint(String text) {
    if (text.startsWith("//")) {
      return "; did you mean https:" + text + "?";
    }
    if (BARE_HOST.matcher(text).matches()) {
      return "; did you mean https://" + text + "?";
    }
    var mistyped = MISTYPED.matcher(text);
    if (mistyped.find()) {
      return "; did you mean http"
          + mistyped.group(1).toLowerCase(Locale.ROOT)
          + "://"
          + text.substring(mistyped.end())
          + "?";
    }
    var scheme = SCHEME.matcher(text);
    return scheme.find() ? ", but " + scheme.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** Returns {@code text} in quotes, cut to what fits a line. */
  static String quote(String text) {
    int end = text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), 200));
    return '"' + text.substring(0, end) + (end < text.length() ? "…" : "") + '"';
  }
}
