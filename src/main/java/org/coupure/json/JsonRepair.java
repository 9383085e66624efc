package org.coupure.json;

/** Mends what authors of pages most often break in JSON: quotation marks inside strings. */
final class JsonRepair {
  private JsonRepair() {}

  /**
   * Returns {@code json} with every quotation mark escaped that stands inside a string: one after
   * which the text does not go on as JSON would.
   */
  static String repair(String json) {
    StringBuilder mended = new StringBuilder(json.length() + 16);
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString && c == '\\' && i + 1 < json.length()) {
        mended.append(c).append(json.charAt(++i));
        continue;
      }
      if (c == '"') {
        if (inString && !closes(json, i)) {
          mended.append('\\');
        } else {
          inString = !inString;
        }
      }
      mended.append(c);
    }
    return mended.toString();
  }

  private static boolean closes(String json, int quote) {
    int next = skipBlanks(json, quote + 1);
    if (next == json.length()) {
      return true;
    }
    char c = json.charAt(next);
    if (c == ':' || c == '}' || c == ']') {
      return true;
    }
    if (c != ',') {
      return false;
    }
    int after = skipBlanks(json, next + 1);
    return after == json.length() || "\"{[}]-0123456789tfn".indexOf(json.charAt(after)) >= 0;
  }

  private static int skipBlanks(String json, int from) {
    int i = from;
    while (i < json.length() && json.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }
}
