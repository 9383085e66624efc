package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.page.Page;

/** Says in a test how a fetch must have ended. */
final class FetchedCheck {
  private final Fetched fetched;

  private FetchedCheck(Fetched fetched) {
    this.fetched = fetched;
  }

  static FetchedCheck check(Fetched fetched) {
    return new FetchedCheck(fetched);
  }

  FetchedCheck failed(Reason reason, String detail) {
    return refused(Outcome.FAILED, reason, detail);
  }

  FetchedCheck blocked(Reason reason, String detail) {
    return refused(Outcome.BLOCKED, reason, detail);
  }

  private FetchedCheck refused(Outcome outcome, Reason reason, String detail) {
    Clip clip = clip();
    assertThat(clip.detail()).isEqualTo(detail);
    assertThat(clip.reason()).isEqualTo(reason);
    assertThat(clip.outcome()).isEqualTo(outcome);
    return this;
  }

  /** For sentences that end in words of the operating system's. */
  FetchedCheck failedLike(Reason reason, String beginning) {
    assertThat(clip().detail()).startsWith(beginning);
    assertThat(clip().reason()).isEqualTo(reason);
    assertThat(clip().outcome()).isEqualTo(Outcome.FAILED);
    return this;
  }

  Clip clip() {
    assertThat(fetched).isInstanceOf(Fetched.Refused.class);
    return ((Fetched.Refused) fetched).clip();
  }

  Fetched.Answered answered() {
    assertThat(fetched).isInstanceOf(Fetched.Answered.class);
    return (Fetched.Answered) fetched;
  }

  Page page() {
    return answered().page();
  }

  FetchedCheck text(String text) {
    assertThat(new String(page().bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    return this;
  }
}
