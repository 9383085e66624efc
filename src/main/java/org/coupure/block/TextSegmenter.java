package org.coupure.block;

import java.util.List;

/** Cuts a plain-text dump into blocks. */
public final class TextSegmenter {
  private TextSegmenter() {}

  /** Returns the blocks of {@code text}. */
  public static Blocks segment(String text) {
    return new Blocks(List.of(), Blocks.Layout.BLANK_LINES);
  }
}
