package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.Block;
import tools.jackson.databind.JsonNode;

/**
 * The labels of a made dump's lines, carried over to the blocks that it was cut into: letters and
 * digits are followed from the first line to the last, whatever became of lines.
 */
final class DumpLabels {
  static final byte JUNK = 0;
  static final byte TEXT = 1;
  static final byte TITLE = 2;
  static final byte UNKNOWN = 3;

  /** A block of fewer letters is sought only right behind the one before. */
  private static final int FEWEST = 20;

  private static final int NEAR = 80;

  /** Of a block's letters so many have its label. */
  private static final float MOST = 0.85f;

  private final StringBuilder letters = new StringBuilder();
  private final List<Byte> labels = new ArrayList<>();

  /**
   * @param lines the text and the label of each line
   */
  DumpLabels(JsonNode lines) {
    for (JsonNode line : lines) {
      byte label =
          switch (line.get(1).asString()) {
            case "text" -> TEXT;
            case "title" -> TITLE;
            case "unknown" -> UNKNOWN;
            default -> JUNK;
          };
      String own = letters(line.get(0).asString());
      letters.append(own);
      for (int i = 0; i < own.length(); i++) {
        labels.add(label);
      }
    }
  }

  /** Returns one label a block. */
  byte[] of(List<Block> blocks) {
    byte[] found = new byte[blocks.size()];
    String all = letters.toString();
    int at = 0;
    for (Block block : blocks) {
      String own = letters(block.text());
      int place = own.isEmpty() ? -1 : all.indexOf(own, at);
      boolean near = place >= 0 && (own.length() >= FEWEST || place - at <= NEAR);
      if (near) {
        found[block.index()] = label(place, place + own.length());
        at = place + own.length();
      } else {
        found[block.index()] = own.isEmpty() ? JUNK : UNKNOWN;
      }
    }
    return found;
  }

  private byte label(int from, int to) {
    int[] counts = new int[4];
    for (int i = from; i < to; i++) {
      counts[labels.get(i)]++;
    }
    for (byte label = 0; label < counts.length; label++) {
      if (counts[label] >= MOST * (to - from)) {
        return label;
      }
    }
    return UNKNOWN;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        letters.append(Character.toLowerCase(text.charAt(i)));
      }
    }
    return letters.toString();
  }
}
