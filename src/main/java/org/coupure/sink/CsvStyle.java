package org.coupure.sink;

import java.util.Objects;

/**
 * How a table of CSV is written. Immutable.
 *
 * @param formulas what becomes of a text that a spreadsheet would take for a formula
 * @param delimiter what stands between two values
 * @param bom whether the file begins with a byte order mark, without which some spreadsheets don't
 *     take it for UTF-8
 */
public record CsvStyle(Formulas formulas, char delimiter, boolean bom) {
  /** As RFC 4180 has it, and no text is changed. */
  public static final CsvStyle RFC_4180 = new CsvStyle(Formulas.AS_WRITTEN, ',', false);

  private static final String REFUSED = "\"'\r\n";

  /** What becomes of a text that a spreadsheet would take for a formula. */
  public enum Formulas {
    /** It stays as it is. */
    AS_WRITTEN,
    /** It gets an apostrophe in front, so that opening the file runs nothing. */
    GUARDED
  }

  public CsvStyle {
    Objects.requireNonNull(formulas, "formulas");
    if (REFUSED.indexOf(delimiter) >= 0) {
      throw new IllegalArgumentException("a quote or line break can't stand between values");
    }
  }

  /** Returns the character that a person means: itself, or {@code tab}. */
  static char delimiter(String text) {
    if (text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1 || REFUSED.contains(text)) {
      throw new IllegalArgumentException("one character or tab is wanted, not \"" + text + "\"");
    }
    return text.charAt(0);
  }
}
