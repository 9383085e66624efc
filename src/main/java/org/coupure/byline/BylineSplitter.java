package org.coupure.byline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.text.TextKey;
import org.coupure.text.WordLists;

/**
 * Cuts a byline into parts that name one author each, and leaves out parts that do not name an
 * author. Immutable.
 */
final class BylineSplitter {
  /** Words of the longest piece of a byline. */
  private static final int MAX_WORDS = 12;

  private final BylineWords words;

  BylineSplitter(BylineWords words) {
    this.words = words;
  }

  /** Cuts at signs and joining words. */
  List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    for (String piece : authored(atSigns(text))) {
      int size = parts.size();
      splitAtJoiners(piece, parts);
      List<String> added = parts.subList(size, parts.size());
      // "Jane Doe, Head of Sales and Service" is one person.
      boolean role =
          size > 0
              && !added.isEmpty()
              && (holdsRole(added.get(0)) || endsWithRole(added.get(added.size() - 1)));
      added.removeIf(part -> part.isEmpty() || (role && !words.isGivenName(firstWord(part))));
    }
    return turned(parts, text);
  }

  /** Returns all that stands between signs and joining words, whoever it names. */
  List<String> all(String text) {
    List<String> parts = new ArrayList<>();
    for (String piece : atSigns(text)) {
      splitAtJoiners(piece, parts);
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private boolean holdsRole(String part) {
    return WordLists.split(part, ' ').stream()
        .anyMatch(word -> words.isRole(PersonNames.bare(word)));
  }

  /** "Jane Doe, College of Arts and Example University" */
  private boolean endsWithRole(String part) {
    return words.isRole(PersonNames.bare(part.substring(part.lastIndexOf(' ') + 1)));
  }

  private static String firstWord(String part) {
    int blank = part.indexOf(' ');
    return blank < 0 ? part : part.substring(0, blank);
  }

  /** Leaves out who took the photos, checked the facts and the like. */
  private List<String> authored(List<String> pieces) {
    List<String> authored = new ArrayList<>(pieces.size());
    boolean other = false;
    for (String piece : pieces) {
      String words = piece.strip();
      if (words.isEmpty()) {
        continue;
      }
      if (!authored.isEmpty() && words.split(" ", MAX_WORDS + 1).length > MAX_WORDS) {
        // A sentence: what follows is about the author.
        return authored;
      }
      int picture = pictureLabel(words);
      if (picture > 0 && !other) {
        authored.add(words.substring(0, picture));
        other = true;
        continue;
      }
      boolean label = isOther(words);
      int last = label ? -1 : words.lastIndexOf(' ');
      boolean labelled =
          last > 0
              && this.words.isOther(words.substring(last + 1).toLowerCase(Locale.ROOT))
              && !endsWithParticle(words.substring(0, last));
      if (!label && !other && otherEnd(words) == 0) {
        // "Jane Doe Photo: John Roe"
        authored.add(labelled ? words.substring(0, last) : piece);
      }
      other = label || labelled || (other && startsWithDigit(words));
    }
    return authored;
  }

  /** Returns where a label of pictures parts two full names, or 0: "Jane Doe Photos John Roe". */
  private int pictureLabel(String piece) {
    int first = piece.indexOf(' ');
    for (int at = piece.indexOf(' ', first + 1); first > 0 && at > 0; ) {
      int end = piece.indexOf(' ', at + 1);
      if (end > 0
          && words.isPictureCredit(piece.substring(at + 1, end).toLowerCase(Locale.ROOT))
          && Character.isUpperCase(piece.charAt(at + 1))
          && PersonNames.isCapitalised(piece.substring(end + 1))) {
        return at;
      }
      at = end;
    }
    return 0;
  }

  /** "Ana de la Fuente" is no source. */
  private boolean endsWithParticle(String words) {
    return this.words.isParticle(words.substring(words.lastIndexOf(' ') + 1));
  }

  /** The rest of a date: "edited March 14, 2024". */
  private static boolean startsWithDigit(String piece) {
    return Character.isDigit(piece.charAt(0));
  }

  /** "Photo", and "edited 14 March" before the name of who did it. */
  private boolean isOther(String piece) {
    String lower = piece.toLowerCase(Locale.ROOT);
    if (words.isOther(lower)) {
      return true;
    }
    int blank = lower.indexOf(' ');
    return blank > 0
        && words.isOther(lower.substring(0, blank))
        && lower.chars().anyMatch(Character::isDigit);
  }

  /** Returns where the name behind "reviewed by" begins, or 0; a single word may be a name's. */
  private int otherEnd(String piece) {
    String lower = piece.toLowerCase(Locale.ROOT);
    int end = 0;
    int blank = lower.indexOf(' ');
    for (int i = lower.indexOf(' ', blank + 1); blank > 0 && i > 0; i = lower.indexOf(' ', i + 1)) {
      end = words.isOther(lower.substring(0, i)) ? i : end;
    }
    return end;
  }

  /** "Surname, Name" is one person when nothing else is there. */
  private static List<String> turned(List<String> parts, String text) {
    if (parts.size() != 2 || text.indexOf(',') < 0) {
      return parts;
    }
    String last = parts.get(0);
    String first = parts.get(1);
    boolean single =
        last.indexOf(' ') < 0
            && PersonNames.isCapitalised(last)
            && PersonNames.isCapitalised(first);
    boolean given = first.indexOf(' ') < 0 || first.length() - first.indexOf(' ') <= 3;
    return single && given && last.length() > 1 ? List.of(first + " " + last) : parts;
  }

  /** Cuts at commas, dashes and other signs, and leaves out what stands in brackets. */
  List<String> atSigns(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        if (depth == 0) {
          pieces.add(text.substring(start, i));
        }
        depth++;
      } else if (c == ')' || c == ']') {
        depth = Math.max(0, depth - 1);
        start = i + 1;
      } else if (depth == 0 && isCut(text, i)) {
        pieces.add(text.substring(start, i));
        start = i + 1;
        if (c == ':' && isLabel(pieces)) {
          label(pieces);
        }
      }
    }
    if (depth == 0) {
      pieces.add(text.substring(Math.min(start, text.length())));
    }
    return pieces;
  }

  /**
   * Returns whether the last piece says what follows: in small letters, or "Editor" behind others.
   */
  private boolean isLabel(List<String> pieces) {
    String last = pieces.get(pieces.size() - 1).strip();
    boolean editor = pieces.size() > 1 && words.isEditor(last.toLowerCase(Locale.ROOT));
    return editor || !PersonNames.isCapitalised(last);
  }

  /** Of a piece before a colon the last word says what follows; a name may stand before it. */
  private static void label(List<String> pieces) {
    String piece = pieces.remove(pieces.size() - 1).strip();
    int blank = piece.lastIndexOf(' ');
    if (blank > 0 && PersonNames.isCaseless(piece)) {
      pieces.add(piece.substring(0, blank));
    }
    pieces.add("source");
  }

  private static boolean isCut(String text, int i) {
    char c = text.charAt(i);
    if (",;|/&\n\u00B7\u2022\u3001\uFF0C\u060C\uFF0F\u2013\u2014".indexOf(c) >= 0) {
      return true;
    }
    boolean before = i > 0 && text.charAt(i - 1) == ' ';
    boolean after = i + 1 < text.length() && text.charAt(i + 1) == ' ';
    return ((c == '-' || c == '+' || c == '\u30FB') && before && after)
        || (c == ':' && after)
        || c == '\uFF1A';
  }

  private void splitAtJoiners(String piece, List<String> parts) {
    String[] tokens = piece.strip().split(" ", -1);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < tokens.length; i++) {
      boolean joins =
          i > 0
              && words.joins(tokens[i].toLowerCase(Locale.ROOT))
              && TextKey.of(tokens[i]).equals(tokens[i]);
      if (i == 0 && words.joins(tokens[i])) {
        continue;
      }
      if (joins && isNameBeside(tokens, i)) {
        parts.add(name.toString());
        name.setLength(0);
      } else {
        name.append(name.length() > 0 ? " " : "").append(tokens[i]);
      }
    }
    parts.add(name.toString());
  }

  /** "José Ortega y Gasset" is one name: short joiners want a full name on both sides. */
  private boolean isNameBeside(String[] tokens, int i) {
    if (tokens[i].length() > 1 && !words.isParticle(tokens[i])) {
      return true;
    }
    return i >= 2 && tokens.length - i > 2;
  }
}
