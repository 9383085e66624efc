package org.coupure.text;

/** Puts text into HTML. */
public final class Html {
  private Html() {}

  /**
   * Returns {@code text} so that it is nothing but text, inside elements and quoted attributes;
   * control characters, halves of characters and what else XML forbids are replaced.
   */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\n', '\t' -> safe.append(c);
        default -> safe.append(isForbidden(text, i) ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }

  private static boolean isForbidden(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return Character.isISOControl(c) || c >= '\uFFFE';
  }
}
