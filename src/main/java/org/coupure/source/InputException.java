package org.coupure.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.coupure.article.Reason;

/** A limit that was reached, or an input that can't be read, with its reason. */
final class InputException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  InputException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  InputException(Reason reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  /** Returns what {@code e}, thrown while {@code packed} was unpacked, says about the input. */
  static InputException of(Exception e, PeekStream packed) {
    if (e instanceof InputException refusal) {
      return refusal;
    }
    if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
      return of(cause, packed);
    }
    // A library that asked for more than there was has met the end, whatever it calls it.
    if (e instanceof EOFException || (packed.ended() && !(e instanceof ZipException))) {
      return new InputException(Reason.TRUNCATED, "ends too early", e);
    }
    return new InputException(Reason.BAD_ARCHIVE, "is broken: " + e.getMessage(), e);
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  /** Returns whether nothing more can be read from the file on disk, whatever stands around it. */
  boolean endsTheFile() {
    return reason == Reason.RATIO || reason == Reason.UNREADABLE;
  }
}
