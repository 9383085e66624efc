package org.coupure.fetch;

import java.util.Locale;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.page.Page;

/** Which pages are shown to a browser. */
public enum RenderWhen {
  /** Those whose rule says so, and those that have scripts and hardly a text without them. */
  EMPTY,
  /** Those whose rule says so. */
  RULE,
  /** All. */
  ALWAYS;

  private static final String SCRIPT = "<script";

  /**
   * Returns whether a page is to be rendered; one that refuses its visitor never is, since a
   * browser would only help to get round that.
   *
   * @param page the page as it was fetched
   * @param plain what came of it
   * @param ruled whether a rule asks for it
   */
  public boolean asks(Page page, Clip plain, boolean ruled) {
    if (plain.outcome() == Outcome.BLOCKED || plain.outcome() == Outcome.FAILED) {
      return false;
    }
    return this == ALWAYS || ruled || (this == EMPTY && isEmpty(plain) && hasScript(page.bytes()));
  }

  /**
   * Returns what {@link #code} says.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static RenderWhen parse(String code) {
    for (RenderWhen when : values()) {
      if (when.code().equals(code)) {
        return when;
      }
    }
    throw new IllegalArgumentException("empty, rule or always is wanted, not " + code);
  }

  /** Returns the name used on the command line and in files, such as {@code empty}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean isEmpty(Clip plain) {
    boolean bare = plain.reason() == Reason.NO_TEXT || plain.reason() == Reason.NEEDS_SCRIPTS;
    boolean none = plain.outcome() == Outcome.EMPTY && bare;
    return none
        || (plain.article() != null && plain.article().quality().path().equals("some-text"));
  }

  private static boolean hasScript(byte[] bytes) {
    for (int i = 0; i + SCRIPT.length() <= bytes.length; i++) {
      int at = 0;
      // The letters' case is the bit 0x20, which the sign before them has, too.
      while (at < SCRIPT.length() && (bytes[i + at] | 0x20) == SCRIPT.charAt(at)) {
        at++;
      }
      if (at == SCRIPT.length()) {
        return true;
      }
    }
    return false;
  }
}
