package org.coupure.article;

import java.util.Locale;

/** The kinds of passage that an article is made of. */
public enum PassageKind {
  PARAGRAPH,
  HEADING,
  QUOTE,
  LIST_ITEM,
  TABLE_ROW,
  CODE,
  CAPTION;

  /** Returns the name used in records: lower case with hyphens, such as {@code list-item}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
