package org.coupure.page;

import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Words with an at sign that Cloudflare's "Email Address Obfuscation" took out of the page. The
 * attribute {@code data-cfemail} holds them in hexadecimal: the first byte is the key with which
 * each other byte was changed by exclusive or. A browser puts them back by a script.
 */
final class ObfuscatedEmail {
  private static final String ATTRIBUTE = "data-cfemail";

  /** The path that links to a hidden URL have, with the code behind it. */
  private static final String LINK = "/cdn-cgi/l/email-protection#";

  private ObfuscatedEmail() {}

  static boolean isOne(Element element) {
    return element.hasAttr(ATTRIBUTE)
        || (element.hasAttr("href")
            && element.attr("href").contains(LINK)
            && element.text().contains("email\u00A0protected"));
  }

  static void decode(Element element) {
    String href = element.attr("href");
    String code =
        element.hasAttr(ATTRIBUTE)
            ? element.attr(ATTRIBUTE)
            : href.substring(href.indexOf(LINK) + LINK.length());
    String text = decode(code);
    if (text != null) {
      element.text(text);
    }
  }

  /** Returns what {@code code} hides, or null when it is no code. */
  private static @Nullable String decode(String code) {
    byte[] bytes = new byte[code.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(code.charAt(2 * i), 16);
      int low = Character.digit(code.charAt(2 * i + 1), 16);
      if (high < 0 || low < 0) {
        return null;
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    if (bytes.length < 2) {
      return null;
    }
    byte key = bytes[0];
    for (int i = 1; i < bytes.length; i++) {
      bytes[i] ^= key;
    }
    String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    return text.contains("@") ? text : null;
  }
}
