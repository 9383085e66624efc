package org.coupure.block;

import java.util.ArrayList;
import java.util.List;

/** Takes the marks of quoted mail ("> ") off, where most lines of a dump have one. */
final class QuoteMarks {
  private QuoteMarks() {}

  /** Returns {@code lines} without the marks; {@code lines} itself where few have one. */
  static List<DumpLine> without(List<DumpLine> lines) {
    int filled = 0;
    int quoted = 0;
    for (DumpLine line : lines) {
      filled += line.isBlank() ? 0 : 1;
      quoted += depth(line.text()) > 0 ? 1 : 0;
    }
    if (quoted < 2 || quoted * 2 < filled) {
      return lines;
    }
    List<DumpLine> bare = new ArrayList<>(lines.size());
    for (DumpLine line : lines) {
      int depth = depth(line.text());
      bare.add(depth == 0 ? line : line.with(line.text().substring(depth).strip()));
    }
    return bare;
  }

  /** Returns how many characters of marks {@code text} begins with. */
  private static int depth(String text) {
    int depth = 0;
    int at = 0;
    while (at < text.length() && (text.charAt(at) == '>' || text.charAt(at) == ' ')) {
      at++;
      depth = at;
    }
    boolean apart = depth > 0 && (at == text.length() || text.charAt(at - 1) == ' ');
    return apart ? depth : 0;
  }
}
