package org.coupure.sink;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A target does not answer, or can't take anything at the moment: no fault of the records, which
 * can be written when it is back. Nothing of what failed was written, or writing it again changes
 * nothing.
 */
public final class TargetUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message names the target without its password, and says what is the matter
   * @param cause what the library said, or null
   */
  public TargetUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
