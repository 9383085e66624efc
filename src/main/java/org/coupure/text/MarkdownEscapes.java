package org.coupure.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An author's text inside Markdown: on one line, with a backslash before what would be mark-up. */
public final class MarkdownEscapes {
  /** Heading, list, quote, rule: what the start of a line can mean (CommonMark 4, 5). */
  private static final Pattern LINE_START =
      Pattern.compile("^(#{1,6}(?= |$)|[-+](?= |$)|>|-(?=--+$))");

  private static final Pattern ORDERED_ITEM = Pattern.compile("^([0-9]{1,9})([.)])(?= |$)");
  private static final Pattern CLOSING_HASHES = Pattern.compile("(^| )(#+)$");

  /** An HTML tag, a comment or a URL in angle brackets. */
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

  private static final Pattern ENTITY =
      Pattern.compile("&(?=#?[A-Za-z0-9]{1,31};)"); // the longest name of HTML has 31 letters

  private MarkdownEscapes() {}

  /** Returns {@code text} for the start of a line. */
  public static String line(String text) {
    String escaped = LINE_START.matcher(inline(text)).replaceFirst("\\\\$1");
    return ORDERED_ITEM.matcher(escaped).replaceFirst("$1\\\\$2");
  }

  /** Returns {@code text} for behind a heading's hashes; it may not end like closing ones. */
  public static String heading(String text) {
    return CLOSING_HASHES.matcher(inline(text)).replaceFirst("$1\\\\$2");
  }

  /** Returns the cells of a table row, which tabs keep apart. */
  public static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    for (String cell : row.split("\t", -1)) {
      cells.add(inline(cell).replace("|", "\\|"));
    }
    return cells;
  }

  /** Returns {@code text} for the middle of a line. */
  public static String inline(String text) {
    String folded = Whitespace.fold(text);
    StringBuilder escaped = new StringBuilder(folded.length() + 16);
    for (int i = 0; i < folded.length(); i++) {
      if (isMarkup(folded, i)) {
        escaped.append('\\');
      }
      escaped.append(folded.charAt(i));
    }
    String tagless = TAG.matcher(escaped).replaceAll("\\\\<");
    return ENTITY.matcher(tagless).replaceAll("\\\\&");
  }

  private static boolean isMarkup(String text, int at) {
    return switch (text.charAt(at)) {
      case '\\', '`', '[' -> true;
      case '*' -> at == 0 || !(isGap(text, at - 1) && isGap(text, at + 1));
      case '_' -> !(isWord(text, at - 1) && isWord(text, at + 1));
      case '~' -> at + 1 < text.length() && text.charAt(at + 1) == '~';
      default -> false;
    };
  }

  private static boolean isGap(String text, int at) {
    return at < 0 || at >= text.length() || text.charAt(at) == ' ';
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
