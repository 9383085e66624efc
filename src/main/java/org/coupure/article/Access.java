package org.coupure.article;

import java.util.Locale;

/** Who may read the article in full, as the page says. */
public enum Access {
  FREE,
  METERED,
  PAYWALLED,
  UNKNOWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
