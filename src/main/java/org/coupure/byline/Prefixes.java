package org.coupure.byline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the words that stand before names in bylines: "By", "Von", "Autor:". Immutable. */
public final class Prefixes {
  /** Words of the longest prefix: "this post was written by". */
  private static final int PREFIX_WORDS = 6;

  /** Prefixes in a row, such as "Text: von"; each is one copy of what follows. */
  static final int ROUNDS = 3;

  private final BylineWords words;

  Prefixes(BylineWords words) {
    this.words = words;
  }

  /** Returns whether {@code text} begins as bylines do. */
  public boolean startsAsByline(String text) {
    return end(text) > 0;
  }

  /**
   * Returns whether {@code text} begins as bylines do but goes on as headlines do: "Author Roe: No
   * more books".
   */
  public boolean startsAsHeadline(String text) {
    int end = end(text);
    int blank = end == 0 || isSure(text, end) ? -1 : text.indexOf(' ', end);
    return blank > 0 && text.charAt(blank - 1) == ':' && blank - 1 > end;
  }

  /** Returns whether {@code text} begins with a label that nothing but bylines begin with. */
  public boolean startsLabelled(String text) {
    int end = end(text);
    if (end == 0) {
      return false;
    }
    char last = text.charAt(end - 1);
    return last == ':' || last == '\uFF1A' || text.indexOf(' ') < end - 1;
  }

  /** Returns whether {@code text} is nothing but "Written by" or its like. */
  public boolean isLabel(String text) {
    if (text.length() > 40 || !words.mayBeginAsPrefix(text)) {
      return false;
    }
    String label = text.strip().toLowerCase(Locale.ROOT);
    return words.isPrefix(label.endsWith(":") ? label.substring(0, label.length() - 1) : label);
  }

  /**
   * Returns what follows the last "by" or its like inside {@code line}, or null: "Published 7
   * August by Jane Doe".
   */
  public @Nullable String behindBy(String line) {
    int end = line.length();
    for (int blank = line.lastIndexOf(' '); blank > 0; blank = line.lastIndexOf(' ', blank - 1)) {
      String token = line.substring(blank + 1, end).strip();
      int colon = token.indexOf('\uFF1A');
      if (colon > 0 && words.leadsToName(token.substring(0, colon))) {
        return line.substring(blank + 1).strip().substring(colon + 1);
      }
      String word = PersonNames.bare(token);
      if (words.leadsToName(word.endsWith(":") ? word.substring(0, word.length() - 1) : word)) {
        return line.substring(end).strip();
      }
      end = blank;
    }
    return null;
  }

  /** Takes away "By", "Von", "Autor:" and their kin, also two in a row. */
  String without(String text) {
    String rest = text;
    for (int round = 0; round < ROUNDS; round++) {
      int cut = end(rest);
      if (cut == 0) {
        return rest;
      }
      rest = rest.substring(cut).strip();
    }
    return rest;
  }

  /** Returns where the name begins behind "By" or its like, 0 where there is none. */
  int end(String text) {
    if (!words.mayBeginAsPrefix(text)) {
      return 0;
    }
    int end = 0;
    int wordsSeen = 0;
    for (int i = 1; i < text.length() && i < 40 && wordsSeen < PREFIX_WORDS; i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c) && isGluedBy(text, i)) {
        return i;
      }
      if (!BylineWords.endsPrefix(c)) {
        continue;
      }
      wordsSeen += c == ' ' ? 1 : 0;
      String head = text.substring(0, i).strip().toLowerCase(Locale.ROOT);
      if (words.isPrefix(head) && (c != '/' || i > 2)) {
        end = i + 1;
      }
    }
    return end;
  }

  /**
   * Returns whether the prefix that ends at {@code end} says by itself that names follow, or has a
   * colon: "Autor" alone does not.
   */
  boolean isSure(String text, int end) {
    int last = end - 1;
    while (last > 0 && BylineWords.endsPrefix(text.charAt(last))) {
      last--;
    }
    String prefix = text.substring(0, last + 1).strip().toLowerCase(Locale.ROOT);
    return !words.isLabel(prefix) || hasColon(text, last + 1);
  }

  private static boolean hasColon(String text, int index) {
    int i = index;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i < text.length() && ":\uFF1A\uFF0F/-|".indexOf(text.charAt(i)) >= 0;
  }

  /** "ByJane Doe": themes part the two by style alone. */
  private boolean isGluedBy(String text, int end) {
    return text.charAt(end - 1) == 'y'
        && words.isPrefix(text.substring(0, end).toLowerCase(Locale.ROOT));
  }
}
