package org.coupure.fetch;

import java.io.IOException;

/**
 * Carries a refusal out of OkHttp's call and out of streams, whose only way to end early is an
 * {@link IOException}. Never leaves this package.
 */
final class RefusalException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusalException(Refusal refusal) {
    super(refusal.sentence());
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
