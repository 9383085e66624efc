package org.coupure.sink;

import org.coupure.record.WellFormed;

/** Texts of XML. Pure functions. */
final class Xml {
  private Xml() {}

  /** XML 1.0 has no form for most control characters, U+FFFE and U+FFFF. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    String wellFormed = WellFormed.of(text);
    for (int i = 0; i < wellFormed.length(); i++) {
      char c = wellFormed.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\r' -> escaped.append("&#13;");
        default -> {
          boolean control = c < ' ' && c != '\t' && c != '\n';
          escaped.append(control || c >= '\uFFFE' ? '\uFFFD' : c);
        }
      }
    }
    return escaped.toString();
  }
}
