package org.coupure.metadata;

import org.coupure.text.Composition;
import org.coupure.text.TextKey;
import org.coupure.text.Whitespace;
import org.jsoup.parser.Parser;

/** Small operations on text that all fields share. */
final class Text {
  private Text() {}

  /** Returns {@code raw} composed and with its white space folded. */
  static String fold(String raw) {
    return Composition.of(Whitespace.fold(raw));
  }

  /** Returns {@code raw} folded, with entities decoded that survived the parse, also twice. */
  static String plain(String raw) {
    String text = raw;
    for (int i = 0; i < 2 && text.indexOf('&') >= 0; i++) {
      text = Parser.unescapeEntities(text, false);
    }
    int tag = text.indexOf('<');
    if (tag >= 0 && text.indexOf('>', tag) > tag) {
      text = withoutTags(text);
    }
    return fold(text);
  }

  /** Takes away what looks like an element's tag; a lone "<" stays. */
  private static String withoutTags(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    int last = text.lastIndexOf('>');
    int end = -1;
    while (at < text.length()) {
      char c = text.charAt(at);
      // Looked for once for all "<" before it: a text of nothing but "<" takes no longer.
      end = end < at && at < last ? text.indexOf('>', at) : end;
      if (c == '<' && end > at + 1 && isTag(text.charAt(at + 1))) {
        kept.append(text.startsWith("<br", at) ? " " : "");
        at = end + 1;
      } else {
        kept.append(c);
        at++;
      }
    }
    return kept.toString();
  }

  private static boolean isTag(char first) {
    return first == '/' || first == '!' || (first >= 'a' && first <= 'z');
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns false when the key of {@code text} surely begins otherwise than {@code key}. */
  static boolean mayHaveKey(String text, String key) {
    return TextKey.mayBe(text, key);
  }

  /** Returns letters and digits of {@code text} only, lower case, one blank between words. */
  static String key(String text) {
    return TextKey.of(text);
  }
}
