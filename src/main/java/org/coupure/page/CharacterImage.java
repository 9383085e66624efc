package org.coupure.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Images that stand for a character, whose alternative text is that character: emoji, as WordPress,
 * Twemoji and social networks draw them, and initials of old magazines.
 */
final class CharacterImage {
  /** Longest alternative text of an emoji: a family of four takes eleven characters. */
  private static final int MOST = 16;

  private static final Pattern EMOJI_NAME = Pattern.compile("emoji|emoticon|smiley|smilie");

  /** What short names leave out of the names of Unicode. */
  private static final List<String> NAME_ENDINGS = List.of("", " sign", " face");

  private CharacterImage() {}

  static void replace(Element image) {
    String alt = spelled(image.attr("alt").strip());
    if (alt.isEmpty() || alt.length() > MOST || image.parent() == null) {
      return;
    }
    if (isEmoji(alt) || (isShort(alt) && isNamedEmoji(image)) || isInitial(image, alt)) {
      image.replaceWith(new TextNode(alt));
    }
  }

  /** Returns the character that ":ship:" names in Unicode, the letter of "[T]", or the text. */
  private static String spelled(String alt) {
    int last = alt.length() - 1;
    if (last == 2 && alt.charAt(0) == '[' && alt.charAt(2) == ']') {
      return alt.substring(1, 2);
    }
    if (last < 3 || alt.charAt(0) != ':' || alt.charAt(last) != ':') {
      return alt;
    }
    String name = alt.substring(1, last).replace('_', ' ').replace('-', ' ');
    for (String ending : NAME_ENDINGS) {
      try {
        String character = Character.toString(Character.codePointOf(name + ending));
        if (isEmoji(character)) {
          return character;
        }
      } catch (IllegalArgumentException e) {
        // No character has this name.
      }
    }
    return alt;
  }

  /** Returns whether all of {@code text} is symbols, with what joins and colours them. */
  private static boolean isEmoji(String text) {
    boolean symbol = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean joins = c == 0x200D || c == 0xFE0F || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF);
      boolean one = Character.getType(c) == Character.OTHER_SYMBOL || (c >= 0x1F000 && c < 0x20000);
      if (!joins && !one && !Character.isDigit(c)) {
        return false;
      }
      symbol |= one || c == 0x20E3;
    }
    return symbol;
  }

  /** Old smileys are written with signs: ":-)". */
  private static boolean isShort(String text) {
    return text.length() <= 4;
  }

  private static boolean isNamedEmoji(Element image) {
    return EMOJI_NAME.matcher(image.className().toLowerCase(Locale.ROOT)).find();
  }

  /** Returns whether the image is the first letter of the word that goes on right behind it. */
  private static boolean isInitial(Element image, String alt) {
    if (alt.length() != 1 || !Character.isUpperCase(alt.charAt(0))) {
      return false;
    }
    Node last = image;
    while (last.nextSibling() == null && last.parent() instanceof Element box && !box.isBlock()) {
      last = box;
    }
    Node next = last.nextSibling();
    return isFirst(image, last)
        && next instanceof TextNode text
        && !text.getWholeText().isEmpty()
        && Character.isLetter(text.getWholeText().charAt(0));
  }

  /** Returns whether nothing stands before {@code image} within {@code box}. */
  private static boolean isFirst(Node image, Node box) {
    Node at = image;
    while (at != null && !at.equals(box) && at.previousSibling() == null) {
      at = at.parent();
    }
    return at != null && at.equals(box);
  }
}
