package org.coupure.watch;

import org.coupure.watch.State.Known;
import org.jspecify.annotations.Nullable;

/** How an article's text differs from the one delivered before. */
enum ChangeKind {
  /** Neither the article nor its text was met before. */
  NEW,
  /** The article was delivered with another text. */
  REVISED,
  /** The article was delivered with this text. */
  UNCHANGED,
  /** The text was delivered under another URL of the same site. */
  MOVED,
  /** The text was delivered from another site. */
  COPY;

  /** Shorter texts are teasers and stubs, which several articles of a site may share. */
  static final int PROOF = 40;

  /**
   * Decides.
   *
   * @param known what was delivered under the article's own URL, or null
   * @param hash of the text
   * @param words of the text
   * @param here the first record with this text on the same host, or null
   * @param anywhere the first record with this text, or null
   */
  static ChangeKind of(
      @Nullable Known known,
      String hash,
      int words,
      @Nullable Known here,
      @Nullable Known anywhere) {
    if (known != null) {
      return known.textHash().equals(hash) ? UNCHANGED : REVISED;
    }
    if (words < PROOF) {
      return NEW;
    }
    if (here != null) {
      return MOVED;
    }
    return anywhere == null ? NEW : COPY;
  }

  VisitOutcome outcome() {
    return switch (this) {
      case NEW -> VisitOutcome.NEW;
      case REVISED -> VisitOutcome.REVISED;
      case UNCHANGED -> VisitOutcome.UNCHANGED;
      case MOVED -> VisitOutcome.MOVED;
      case COPY -> VisitOutcome.COPY;
    };
  }
}
