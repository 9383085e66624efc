package org.coupure.fetch;

import java.io.IOException;

/**
 * Carries a refusal out of OkHttp's call and out of streams, whose only way to end early is an
 * {@link IOException}. Never leaves this package.
 */
final class RefusalException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient FetchFailure failure;

  RefusalException(FetchFailure failure) {
    super(failure.sentence());
    this.failure = failure;
  }

  FetchFailure refusal() {
    return failure;
  }
}
