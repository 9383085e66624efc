package org.coupure.verdict;

import org.coupure.block.Blocks;
import org.jsoup.nodes.Element;

/**
 * The words of an {@code articleBody} that the page states in JSON-LD, as pairs of neighbouring
 * words: a block whose pairs are among them is almost surely text. Found by scanning the script for
 * the key, because other parts of the script may be broken. Immutable.
 */
final class StatedBody {
  private static final StatedBody NONE = new StatedBody(WordPairs.EMPTY);

  private static final String KEY = "\"articleBody\"";

  /** A longer body is cut; the rest of the page says enough by then. */
  private static final int MOST_CHARS = 60_000;

  private final WordPairs pairs;

  private StatedBody(WordPairs pairs) {
    this.pairs = pairs;
  }

  static StatedBody of(Blocks page) {
    for (Element script : page.scripts()) {
      if (script.attr("type").equalsIgnoreCase("application/ld+json")) {
        String json = script.data();
        int key = json.indexOf(KEY);
        if (key >= 0) {
          return new StatedBody(WordPairs.of(value(json, key + KEY.length())));
        }
      }
    }
    return NONE;
  }

  /** Returns the JSON string that follows, unescaped as far as words need it. */
  private static String value(String json, int from) {
    int quote = from;
    while (quote < json.length() && (json.charAt(quote) <= ' ' || json.charAt(quote) == ':')) {
      quote++;
    }
    if (quote == json.length() || json.charAt(quote) != '"') {
      return "";
    }
    StringBuilder text = new StringBuilder();
    boolean inTag = false;
    for (int i = quote + 1; i < json.length() && text.length() < MOST_CHARS; i++) {
      char c = json.charAt(i);
      if (c == '"') {
        break;
      }
      if (c == '\\' && i + 1 < json.length()) {
        i++;
        char escaped = json.charAt(i);
        if (escaped == 'u' && i + 4 < json.length()) {
          text.append(hex(json, i + 1));
          i += 4;
        } else {
          text.append(' ');
        }
        continue;
      }
      // Some publishers put HTML into the text.
      inTag = inTag ? c != '>' : c == '<' && opensTag(json, i + 1);
      text.append(inTag || c == '>' ? ' ' : c);
    }
    return text.toString();
  }

  private static boolean opensTag(String json, int at) {
    return at < json.length() && (Character.isLetter(json.charAt(at)) || json.charAt(at) == '/');
  }

  private static char hex(String json, int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(json.charAt(i), 16);
      if (digit < 0) {
        return ' ';
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  /** Returns the share of the block's word pairs that the body has; -1 when there is no body. */
  float share(String text) {
    return pairs.isEmpty() ? -1 : pairs.share(text);
  }

  /** Returns the number of distinct pairs; 0 when there is no body. */
  int size() {
    return pairs.size();
  }
}
