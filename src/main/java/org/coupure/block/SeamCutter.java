package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.Seam.Sign;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.jspecify.annotations.Nullable;

/**
 * Cuts junk off that is glued to a paragraph, where its seam shows. A cut that was wrong costs
 * nothing, because two neighbours that are kept are joined again. One is used for one line; not
 * thread-safe.
 */
final class SeamCutter {
  /** Shorter lines are judged as a whole (characters). */
  private static final int SHORTEST = 30;

  /** A shorter beginning is the number of a list item (characters). */
  private static final int SHORTEST_TEXT = 15;

  /** Nothing that is glued to an end is longer (characters). */
  private static final int LONGEST_TAIL = 220;

  /** Credits and dates that are glued to a beginning are shorter (characters). */
  private static final int LONGEST_HEAD = 120;

  /** "Photo" and the like (characters). */
  private static final int LONGEST_LABEL = 30;

  /**
   * A sentence that is glued to a name is known by its article: "CourierThe", not "TikTok" or
   * "LinkedIn".
   */
  private static final int LONGEST_ARTICLE = 3;

  private static final int SHORTEST_NAME = 4;

  private static final String STOPS = ".!?…。！？؟।۔";

  private static final String CLOSERS = "\"”»)’]";

  /** Names of the marks that programs leave in texts; "ad_" goes with a number. */
  private static final List<String> SHORTCODES =
      List.of(
          "ad_",
          "caption",
          "/caption",
          "gallery",
          "embed",
          "/embed",
          "adsense",
          "the_ad",
          "PR]",
          "AD]");

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private int start;
  private @Nullable Seam before;

  /** A part of a line, and the seam before it, which the first has none of. */
  record Piece(String text, @Nullable Seam seam) {}

  private SeamCutter(String text) {
    this.text = text;
  }

  /** Returns the parts of {@code line}: only itself where nothing seems to be glued. */
  static List<Piece> cut(String line) {
    return line.length() < SHORTEST ? List.of(new Piece(line, null)) : new SeamCutter(line).cut();
  }

  private List<Piece> cut() {
    for (int i = 0; i < text.length(); i++) {
      int end = text.charAt(i) == '[' ? shortcodeEnd(i) : -1;
      if (end > 0) {
        cutAt(i, Sign.SHORTCODE);
        cutAt(end, Sign.SHORTCODE);
        i = end - 1;
        continue;
      }
      Sign sign = i > start + 1 ? signBefore(i) : null;
      if (sign != null) {
        cutAt(i, sign);
      }
    }
    pieces.add(new Piece(text.substring(start).strip(), before));
    return pieces;
  }

  private void cutAt(int at, Sign sign) {
    String piece = text.substring(start, at).strip();
    if (piece.isEmpty() || at >= text.length()) {
      return;
    }
    pieces.add(new Piece(piece, before));
    boolean space = text.charAt(at - 1) == ' ' || text.charAt(at) == ' ';
    before = new Seam(sign, space ? " " : "");
    start = at;
  }

  private int shortcodeEnd(int i) {
    for (String name : SHORTCODES) {
      if (text.startsWith(name, i + 1)) {
        int end = text.indexOf(']', i) + 1;
        return end > 0 && isGluedAround(i, end) ? end : -1;
      }
    }
    return -1;
  }

  /** A text that speaks about shortcodes has them between spaces, quotes and commas. */
  private boolean isGluedAround(int i, int end) {
    if (i == start || end == text.length()) {
      return true;
    }
    char last = text.charAt(i - 1);
    char next = text.charAt(end);
    return Character.isLetter(last) || STOPS.indexOf(last) >= 0 || Character.isLetter(next);
  }

  /** Returns what shows that something else begins at {@code i}, or null. */
  private @Nullable Sign signBefore(int i) {
    char c = text.charAt(i);
    char last = text.charAt(i - 1);
    boolean candidate =
        last == ' '
            ? STOPS.indexOf(text.charAt(i - 2)) >= 0 || isCloser(i - 2)
            : mayBeSeam(last, c);
    if (c == ' ' || !candidate || isInUrl(i)) {
      return null;
    }
    boolean phraseCould = text.length() - i <= LONGEST_TAIL;
    int at = last == ' ' ? i - 1 : i;
    if (isSentenceEnd(at)) {
      boolean glued = last != ' ' && isCapital(i) && isWordBefore(at);
      if (phraseCould && i - start >= SHORTEST_TEXT && isPhrase(i)) {
        return Sign.PHRASE;
      }
      return glued && (phraseCould || i <= LONGEST_HEAD) ? Sign.STOP : null;
    }
    if (last == '-' && i > start + 4 && i <= LONGEST_HEAD && isCapital(i) && isDashed(i)) {
      return Sign.PHRASE;
    }
    if (isCapital(i) && Character.isLowerCase(last)) {
      boolean tail = phraseCould && isPhrase(i);
      return tail || isButtonBefore(i) || isCreditBefore(i) ? Sign.CAPITAL : null;
    }
    boolean year = i <= LONGEST_HEAD && isCapital(i) && isYearBefore(i);
    return year ? Sign.CAPITAL : null;
  }

  private boolean isCloser(int i) {
    return CLOSERS.indexOf(text.charAt(i)) >= 0;
  }

  private static boolean mayBeSeam(char last, char c) {
    boolean dash = c == '-' || c == '–' || c == '—';
    if (dash && STOPS.indexOf(last) >= 0) {
      return true; // "… said.- Advertisement -"
    }
    return Character.isLetter(c)
        && (STOPS.indexOf(last) >= 0
            || CLOSERS.indexOf(last) >= 0
            || (Character.isUpperCase(c) && (last == '-' || Character.isLetterOrDigit(last))));
  }

  /** Returns whether all that follows is junk for sure. */
  private boolean isPhrase(int i) {
    return isGluedJunk(text.substring(i));
  }

  private static boolean isGluedJunk(String part) {
    Phrase phrase = PhraseBook.bundled().match(part);
    return phrase != null && phrase.certain() && isGluedKind(phrase.category());
  }

  /** "Leave a comment." is often said by authors, and judges take it for the article's end. */
  private static boolean isGluedKind(Phrase.Category category) {
    return switch (category) {
      case AD, SHARE, RELATED, NEWSLETTER, SOURCE_LINK, LABEL -> true;
      default -> false;
    };
  }

  /** Returns whether a capital stands at {@code i} with a letter behind it. */
  private boolean isCapital(int i) {
    return Character.isUpperCase(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i + 1));
  }

  private boolean isSentenceEnd(int end) {
    int i = end - 1;
    while (i > start && CLOSERS.indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i > start && STOPS.indexOf(text.charAt(i)) >= 0;
  }

  /** Returns whether a word of small letters ends the sentence: no initial, no abbreviation. */
  private boolean isWordBefore(int end) {
    int i = end - 1;
    while (i > start && (STOPS.indexOf(text.charAt(i)) >= 0 || isCloser(i))) {
      i--;
    }
    return i > start
        && !Character.isUpperCase(text.charAt(i))
        && text.charAt(end - 1) != '…'
        && text.charAt(end - 2) != '.'
        && Character.isLetterOrDigit(text.charAt(i - 1))
        && (Character.isLowerCase(text.charAt(i)) || i < end - 1);
  }

  /** "- Advertisement -The baker". */
  private boolean isDashed(int i) {
    String head = text.substring(start, i);
    return head.startsWith("- ") && head.endsWith(" -") && head.indexOf(". ") < 0;
  }

  /** "Share on FacebookShare on XThe baker": buttons in a row, the text glued to the last. */
  private boolean isButtonBefore(int i) {
    if (i - start > LONGEST_LABEL || i - start < SHORTEST_NAME) {
      return false;
    }
    return isGluedJunk(text.substring(start, i));
  }

  /** "Photo: A. Baker / The VillageThe oven": names and signs of a credit, then a small word. */
  private boolean isCreditBefore(int i) {
    if (i > LONGEST_HEAD || start > 0 || text.length() - i < LONGEST_HEAD / 2) {
      return false;
    }
    int colon = text.indexOf(':');
    boolean signs = (colon > 0 && colon < LONGEST_LABEL) || text.lastIndexOf('©', i) >= 0;
    boolean word = Character.isLowerCase(text.charAt(i + 1)) && !text.startsWith("In", i);
    return signs && word && letters(i, 1) <= LONGEST_ARTICLE && letters(i - 1, -1) >= SHORTEST_NAME;
  }

  /** Returns how many letters stand in a row from {@code i} on, to the right or to the left. */
  private int letters(int i, int step) {
    int at = i;
    while (at >= 0 && at < text.length() && Character.isLetter(text.charAt(at))) {
      at += step;
    }
    return Math.abs(at - i);
  }

  private boolean isYearBefore(int i) {
    int digits = 0;
    while (digits < i && digits <= 4 && Character.isDigit(text.charAt(i - 1 - digits))) {
      digits++;
    }
    return digits == 4 && (text.startsWith("20", i - 4) || text.startsWith("19", i - 4));
  }

  /** Returns whether the word around {@code i} is a URL or the address of a mailbox. */
  private boolean isInUrl(int i) {
    char c = text.charAt(i - 1);
    if (STOPS.indexOf(c) < 0 && !Character.isLetterOrDigit(c)) {
      return false;
    }
    int from = text.lastIndexOf(' ', i) + 1;
    int to = text.indexOf(' ', i);
    String word = text.substring(from, to < 0 ? text.length() : to);
    return word.indexOf('@') >= 0 || word.contains("://") || word.startsWith("www.");
  }
}
