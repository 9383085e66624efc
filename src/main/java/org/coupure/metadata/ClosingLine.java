package org.coupure.metadata;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.byline.BylineParser;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the initials that an author signs with beneath the text: "R. I." after a paragraph. */
final class ClosingLine {
  /** Words of the shortest paragraph that a signature closes; less is a caption or a name. */
  private static final int PARAGRAPH = 20;

  private ClosingLine() {}

  /**
   * Returns the first signature that stands directly beneath a paragraph of the same container, or
   * null.
   *
   * @param headline index of the headline's block, or -1 when it is not on the page
   */
  static @Nullable Block find(Blocks blocks, int headline) {
    List<Block> list = blocks.list();
    for (int i = headline + 2; i < list.size(); i++) {
      Block block = list.get(i);
      if (BylineParser.isSignature(block.text()) && closes(block, list.get(i - 1))) {
        return block;
      }
    }
    return null;
  }

  /**
   * Returns the first line that {@code signs} and ends the paragraphs of a container, or null; in
   * an interview another follows.
   */
  static @Nullable Block last(List<Block> blocks, Predicate<Block> signs) {
    for (int i = 1; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (closes(block, blocks.get(i - 1)) && isLast(blocks, i) && signs.test(block)) {
        return block;
      }
    }
    return null;
  }

  /** Returns whether a paragraph stands above it and another one below: somebody speaks there. */
  static boolean isAmidText(List<Block> blocks, Block line) {
    int at = blocks.indexOf(line);
    return at > 0 && closes(line, blocks.get(at - 1)) && !isLast(blocks, at);
  }

  private static boolean isLast(List<Block> blocks, int i) {
    Element own = container(blocks.get(i));
    return i + 1 == blocks.size() || !Objects.equals(container(blocks.get(i + 1)), own);
  }

  private static boolean closes(Block signature, Block before) {
    return signature.kind() == PassageKind.PARAGRAPH
        && signature.hidden() == 0
        && before.kind() == PassageKind.PARAGRAPH
        && Objects.equals(container(signature), container(before))
        && before.words() >= PARAGRAPH;
  }

  private static @Nullable Element container(Block block) {
    Element box = block.box();
    return box == null ? null : box.parent();
  }

  /** Returns whom {@code signature} names; nobody when it is null. */
  static Attribution attribution(@Nullable Block signature) {
    return signature == null
        ? Attribution.NONE
        : Attribution.of(
            List.of(name(signature)),
            new RawValue(signature.text(), "text", "block " + signature.index()));
  }

  /** Returns who signs with initials in brackets at the end of the text's last paragraph. */
  static Attribution initials(List<Block> below, BylineParser names) {
    for (int i = 0; i < below.size(); i++) {
      Block block = below.get(i);
      String found = isParagraph(block) ? names.initialsAtEnd(block.text()) : null;
      if (found != null && !goesOn(below, i)) {
        String raw = "(" + found + ")";
        return Attribution.of(List.of(found), new RawValue(raw, "text", "block " + block.index()));
      }
    }
    return Attribution.NONE;
  }

  private static boolean goesOn(List<Block> blocks, int at) {
    Element own = container(blocks.get(at));
    return blocks.subList(at + 1, blocks.size()).stream()
        .anyMatch(next -> isParagraph(next) && Objects.equals(container(next), own));
  }

  private static boolean isParagraph(Block block) {
    return block.kind() == PassageKind.PARAGRAPH
        && block.hidden() == 0
        && block.words() >= PARAGRAPH;
  }

  /** Returns the initials of {@code signature} without the brackets around them. */
  static String name(Block signature) {
    String text = signature.text();
    boolean bracketed = text.startsWith("(") && text.endsWith(")");
    return bracketed ? text.substring(1, text.length() - 1).strip() : text.strip();
  }
}
