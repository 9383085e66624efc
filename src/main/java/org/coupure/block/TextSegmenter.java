package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.block.Blocks.Layout;
import org.coupure.block.Unfolding.Paragraph;
import org.coupure.text.Sentences;
import org.coupure.text.Tokens;

/**
 * Cuts a plain-text dump into blocks. A line is a block: in dumps with blank lines, single line
 * breaks stand between lines of clutter, not inside of paragraphs. Where lines were folded at a
 * width (see {@link Unfolding}), a block is what they were before. Marks of text browsers, of mail
 * and of Markdown are taken off.
 */
public final class TextSegmenter {
  /** A sub-heading has no more words. */
  private static final int LONGEST_HEADING = 12;

  /** Words of the longest sub-heading that is marked as one: that of a headline. */
  private static final int LONGEST_MARKED = 25;

  private TextSegmenter() {}

  /** Returns the blocks of {@code text}: its lines or paragraphs that are not blank. */
  public static Blocks segment(String text) {
    List<DumpLine> lines = DumpLine.split(EntityDecoding.decode(text));
    lines = MarkdownText.without(LinkMarks.without(QuoteMarks.without(lines)));
    Unfolding unfolding = new Unfolding(lines);
    Layout layout = unfolding.isFolded() ? Layout.WRAPPED : layout(lines);
    List<Paragraph> units = unfolding.paragraphs();
    List<Block> blocks = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      add(units, i, blocks);
    }
    return new Blocks(blocks, layout);
  }

  /** Adds the blocks of the paragraph at {@code index}: one, or its parts where it was glued. */
  private static void add(List<Paragraph> units, int index, List<Block> blocks) {
    String unit = units.get(index).text();
    int marked = markedLevel(unit);
    PassageKind kind = marked > 0 ? PassageKind.HEADING : kind(units, index);
    int level =
        marked > 0
            ? marked
            : kind == PassageKind.LIST_ITEM ? 1 : kind == PassageKind.HEADING ? 2 : 0;
    for (SeamCutter.Piece piece : SeamCutter.cut(marked > 0 ? MarkdownLine.bare(unit) : unit)) {
      boolean apart = units.get(index).apart() && piece.seam() == null;
      blocks.add(Block.plain(blocks.size(), piece.text(), kind, level, apart, piece.seam()));
    }
  }

  /**
   * Returns how deep a heading of Markdown {@code unit} is, or 0 when it is none. A single sign
   * also begins comments in code and the headline, which is no passage.
   */
  private static int markedLevel(String unit) {
    int level = MarkdownLine.isStarred(unit) ? 2 : MarkdownLine.level(unit);
    return level > 1 && Tokens.count(unit) <= LONGEST_MARKED ? level : 0;
  }

  private static Layout layout(List<DumpLine> lines) {
    int blank = 0;
    int joined = 0;
    for (int i = 1; i < lines.size(); i++) {
      boolean before = !lines.get(i - 1).isBlank();
      blank += before && lines.get(i).isBlank() ? 1 : 0;
      joined += before && !lines.get(i).isBlank() ? 1 : 0;
    }
    return joined > blank ? Layout.SINGLE_NEWLINES : Layout.BLANK_LINES;
  }

  private static PassageKind kind(List<Paragraph> units, int index) {
    String text = units.get(index).text();
    boolean hasNeighbour =
        (index > 0 && DumpLine.isItem(units.get(index - 1).text()))
            || (index + 1 < units.size() && DumpLine.isItem(units.get(index + 1).text()));
    if (DumpLine.isItem(text) && hasNeighbour) {
      return PassageKind.LIST_ITEM;
    }
    boolean between = index > 0 && index + 1 < units.size() && isProse(units.get(index + 1).text());
    return between && !endsOpen(text) && Tokens.count(text) <= LONGEST_HEADING
        ? PassageKind.HEADING
        : PassageKind.PARAGRAPH;
  }

  private static boolean isProse(String text) {
    return Sentences.isEnd(text) || text.endsWith(":");
  }

  /** Returns whether {@code text} ends in a way that a heading does not. */
  private static boolean endsOpen(String text) {
    char last = text.charAt(text.length() - 1);
    return last == ':' || last == ',' || last == ';' || (last != '?' && Sentences.isEnd(text));
  }
}
