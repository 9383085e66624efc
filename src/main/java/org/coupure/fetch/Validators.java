package org.coupure.fetch;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The validators of an answer (RFC 9110 section 13), which the next request sends back so that an
 * unchanged page is not sent again. Immutable.
 *
 * @param etag the header {@code ETag} as sent, quotes and all, or null
 * @param lastModified the header {@code Last-Modified} as sent, or null
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /** Nothing is known. */
  public static final Validators NONE = new Validators(null, null);

  /** The longest value that is sent back; anything longer could only serve to track visitors. */
  private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7E]{1,1000}");

  /** A value that could not be sent back is left out. */
  public Validators {
    etag = sendable(etag);
    lastModified = sendable(lastModified);
  }

  static Validators of(Map<String, List<String>> headers) {
    return new Validators(first(headers, "etag"), first(headers, "last-modified"));
  }

  /** Returns these, with what {@code older} knew where these know nothing. */
  Validators or(Validators older) {
    return new Validators(
        etag == null ? older.etag : etag, lastModified == null ? older.lastModified : lastModified);
  }

  public boolean isEmpty() {
    return etag == null && lastModified == null;
  }

  private static @Nullable String first(Map<String, List<String>> headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }

  private static @Nullable String sendable(@Nullable String value) {
    return value != null && SENDABLE.matcher(value).matches() ? value : null;
  }
}
