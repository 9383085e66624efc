package org.coupure.text;

import org.jspecify.annotations.Nullable;

/**
 * The junk phrases of all languages, compiled from {@code config/phrases/*.yaml}. Immutable and
 * thread-safe.
 */
public final class PhraseBook {
  private PhraseBook() {}

  /** Returns the phrases packed into the jar. */
  public static PhraseBook bundled() {
    return new PhraseBook();
  }

  /** Returns the phrase that {@code text}, a whole block, consists of, or null. */
  public @Nullable Phrase match(String text) {
    return null;
  }
}
