package org.coupure.query;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.MatchedWords;

/**
 * The part of a text that shows best why it was found, with the found words told apart. Immutable.
 *
 * @param pieces one behind the other they are the part; line breaks have become blanks
 */
public record Snippet(List<Piece> pieces) {
  /** Part of a snippet. */
  public record Piece(String text, boolean found) {}

  /** A quarter of a snippet stands before its first found word. */
  private static final int LEAD = 4;

  private static final String MORE = "…";

  public Snippet {
    pieces = List.copyOf(pieces);
  }

  /** Returns the whole of a text, such as a title, with its places. */
  public static Snippet all(String text, List<MatchedWords> places) {
    return new Snippet(pieces(text, places, 0, text.length()));
  }

  /**
   * Returns the part of a text that has most places, or its beginning where there are none.
   *
   * @param length about how many characters it is to have
   */
  public static Snippet of(String text, List<MatchedWords> places, int length) {
    int from = from(text, places, length);
    int to = Math.min(text.length(), from + length);
    from = begin(text, from, length);
    to = end(text, to, length);
    List<Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Piece(MORE + " ", false));
    }
    pieces.addAll(pieces(text, places, from, to));
    if (to < text.length()) {
      pieces.add(new Piece(" " + MORE, false));
    }
    return new Snippet(pieces);
  }

  /** Where the window begins that holds the most places; the first of several. */
  private static int from(String text, List<MatchedWords> places, int length) {
    int best = 0;
    int from = 0;
    for (int i = 0; i < places.size(); i++) {
      int window = places.get(i).start() + length * (LEAD - 1) / LEAD;
      int count = 0;
      for (int j = i; j < places.size() && places.get(j).end() <= window; j++) {
        count++;
      }
      if (count > best || i == 0) {
        best = count;
        from = text.offsetByCodePoints(0, places.get(i).start());
      }
    }
    int start = Math.max(0, from - length / LEAD);
    return Math.min(start, Math.max(0, text.length() - length));
  }

  /** Moves to the begin of a word, if one is near. */
  private static int begin(String text, int from, int length) {
    for (int i = from; i > 0 && i < from + length / LEAD / 2; i++) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return whole(text, from);
  }

  private static int end(String text, int to, int length) {
    for (int i = to; i < text.length() && i > to - length / LEAD / 2; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return whole(text, to);
  }

  /** Never between the halves of a character. */
  private static int whole(String text, int at) {
    boolean half = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return half ? at - 1 : at;
  }

  private static List<Piece> pieces(String text, List<MatchedWords> places, int from, int to) {
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    int points = 0;
    int chars = 0;
    for (MatchedWords place : places) {
      int start = text.offsetByCodePoints(chars, place.start() - points);
      int end = text.offsetByCodePoints(start, place.end() - place.start());
      points = place.end();
      chars = end;
      if (start >= at && end <= to) {
        add(pieces, text.substring(at, start), false);
        add(pieces, text.substring(start, end), true);
        at = end;
      }
    }
    add(pieces, text.substring(at, Math.max(at, to)), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean found) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text.replaceAll("\\s+", " "), found));
    }
  }

  /** Returns the text without marks. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }
}
