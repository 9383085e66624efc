package org.coupure.serve;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not served, answered as problem details (RFC 9457). Immutable, but for what
 * every exception can have added.
 */
final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String reason;
  private final transient Map<String, String> headers;

  private ProblemException(
      int status,
      String code,
      String detail,
      @Nullable String reason,
      Map<String, String> headers) {
    // A client's mistake is no defect: nobody reads its stack.
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.reason = reason;
    this.headers = Map.copyOf(headers);
  }

  /**
   * Returns a problem.
   *
   * @param code what kind it is, such as {@code too-large}; the last part of its {@code type}
   * @param detail what is wrong with this request, as a sentence
   */
  static ProblemException of(int status, String code, String detail) {
    return new ProblemException(status, code, detail, null, Map.of());
  }

  /** Returns the same problem with a header of its answer. */
  ProblemException withHeader(String name, String value) {
    return new ProblemException(status, code, detail(), reason, Map.of(name, value));
  }

  /** Returns the same problem with the reason that a record would carry. */
  ProblemException withReason(String recorded) {
    return new ProblemException(status, code, detail(), recorded, headers);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  @Nullable String reason() {
    return reason;
  }

  Map<String, String> headers() {
    return headers;
  }
}
