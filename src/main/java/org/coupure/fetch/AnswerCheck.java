package org.coupure.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coupure.article.PageKind;
import org.coupure.article.Reason;
import org.coupure.date.Timestamps;
import org.coupure.page.InterstitialMarks.Wall;
import org.jspecify.annotations.Nullable;

/** Decides by an answer's status whether its body is worth reading. */
final class AnswerCheck {
  /** A server that asks for more has made a mistake; also keeps the arithmetic within bounds. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(366);

  /** Seconds, with or without a fraction, once or several times. */
  private static final Pattern SECONDS =
      Pattern.compile("\\d{1,18}(?:\\.\\d{1,9})?(?:\\s*,\\s*\\d{1,18}(?:\\.\\d{1,9})?){0,3}");

  private AnswerCheck() {}

  /**
   * Returns why the answer holds no page, or empty when it may.
   *
   * @param retryAfter the header of that name, or null
   */
  static Optional<FetchFailure> status(int status, @Nullable String retryAfter, Instant now) {
    if (status >= 200 && status <= 205) {
      return Optional.empty();
    }
    Instant comeBack = retryAfter == null ? null : comeBack(retryAfter, now);
    if (status == 429 || (status == 503 && comeBack != null)) {
      String when = comeBack == null ? "does not say when to come back" : when(comeBack, now);
      return Optional.of(
          FetchFailure.blocked(Reason.RATE_LIMITED, describe(status) + "; the server " + when));
    }
    return Optional.of(
        switch (status) {
          case 401, 403, 407, 451 ->
              FetchFailure.blocked(
                  Reason.FORBIDDEN, describe(status) + "; the server refuses this visitor");
          case 206 ->
              FetchFailure.failed(
                  Reason.TRUNCATED, "status 206: a part of the page, though all was asked for");
          default -> FetchFailure.failed(Reason.HTTP_STATUS, describe(status));
        });
  }

  /** Returns why a body of this announced length can't be read, or empty. */
  static Optional<FetchFailure> length(@Nullable String announced) {
    return announced == null || !announced.strip().startsWith("-")
        ? Optional.empty()
        : Optional.of(
            FetchFailure.failed(
                Reason.CONNECTION,
                "what the server answered is not HTTP: it announces a body of "
                    + RequestedUrl.quote(announced.strip())
                    + " bytes"));
  }

  /** Returns the refusal that an answer's headers show, whatever its status is. */
  static Optional<FetchFailure> wall(Optional<Wall> found, int status) {
    return found.map(
        wall ->
            FetchFailure.blocked(
                wall.kind() == PageKind.CONSENT ? Reason.CONSENT : Reason.CHALLENGE,
                describe(status)
                    + "; the server asks to prove to be a person ("
                    + wall.mark()
                    + ")"));
  }

  private static String when(Instant comeBack, Instant now) {
    long seconds = Math.max(0, Duration.between(now, comeBack).toSeconds());
    return "asks to come back after " + clock(comeBack) + ", in " + seconds + " s";
  }

  /** Returns a time as a person reads it. */
  static String clock(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * Returns when the header {@code Retry-After} allows the next request, or null if unreadable.
   * Beyond RFC 9110 section 10.2.3 it reads what servers send all the same: a fraction of a second,
   * and the header sent twice ({@code 3600, 3600}), of which the longest counts.
   */
  static @Nullable Instant comeBack(String retryAfter, Instant now) {
    String text = retryAfter.strip();
    if (SECONDS.matcher(text).matches()) {
      long longest = 0;
      for (String number : text.split("\\s*,\\s*", -1)) {
        longest = Math.max(longest, (long) Math.ceil(Double.parseDouble(number)));
      }
      return now.plusSeconds(Math.min(longest, LONGEST_WAIT.toSeconds()));
    }
    // RFC 9110 section 5.6.7: all three forms of a date begin with the day of the week.
    boolean named = !text.isEmpty() && Character.isLetter(text.charAt(0));
    Instant at = named ? Timestamps.parse(text) : null;
    return at != null && at.isAfter(now.plus(LONGEST_WAIT)) ? now.plus(LONGEST_WAIT) : at;
  }

  static String describe(int status) {
    String name = name(status);
    return name.isEmpty() ? "status " + status : "status " + status + " " + name;
  }

  /** The names of RFC 9110 section 15; HTTP/2 sends none. */
  static String name(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 203 -> "Non-Authoritative Information";
      case 204 -> "No Content";
      case 205 -> "Reset Content";
      case 300 -> "Multiple Choices";
      case 304 -> "Not Modified";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 402 -> "Payment Required";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 407 -> "Proxy Authentication Required";
      case 408 -> "Request Timeout";
      case 410 -> "Gone";
      case 421 -> "Misdirected Request";
      case 429 -> "Too Many Requests";
      case 451 -> "Unavailable For Legal Reasons";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "";
    };
  }
}
