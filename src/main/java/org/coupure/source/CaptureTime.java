package org.coupure.source;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.text.Timestamps;
import org.jspecify.annotations.Nullable;

/** The time at which a page was captured, where its address tells it. */
final class CaptureTime {
  /** Archives of the web write the time before the address of what they copied. */
  private static final Pattern COPY =
      Pattern.compile("https?://[^/]{1,60}/web/(\\d{14})(?:[a-z]{2}_)?/https?:.{0,4000}");

  private CaptureTime() {}

  /** Returns the time in the URL of an archive's copy, or null. */
  static @Nullable Instant inUrl(@Nullable String url) {
    Matcher copy = COPY.matcher(url == null ? "" : url);
    return copy.matches() ? Timestamps.parse(copy.group(1)) : null;
  }
}
