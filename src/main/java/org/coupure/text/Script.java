package org.coupure.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The scripts that news is written in, each with its language where it has only one here. */
enum Script {
  LATIN(null),
  CYRILLIC(null),
  ARABIC(null),
  DEVANAGARI(null),
  GREEK("el"),
  HEBREW("he"),
  ARMENIAN("hy"),
  GEORGIAN("ka"),
  BENGALI("bn"),
  GURMUKHI("pa"),
  GUJARATI("gu"),
  ORIYA("or"),
  TAMIL("ta"),
  TELUGU("te"),
  KANNADA("kn"),
  MALAYALAM("ml"),
  SINHALA("si"),
  THAI("th"),
  LAO("lo"),
  MYANMAR("my"),
  KHMER("km"),
  ETHIOPIC("am"),
  HANGUL("ko"),
  KANA("ja"),
  HAN("zh");

  private static final Script[] ALL = values();

  /** Unicode blocks: first, last, script's place in {@link #ALL}. */
  private static final int[][] BLOCKS = {
    {0x0041, 0x024F, LATIN.ordinal()},
    {0x0370, 0x03FF, GREEK.ordinal()},
    {0x0400, 0x052F, CYRILLIC.ordinal()},
    {0x0531, 0x058F, ARMENIAN.ordinal()},
    {0x0591, 0x05FF, HEBREW.ordinal()},
    {0x0600, 0x06FF, ARABIC.ordinal()},
    {0x0750, 0x077F, ARABIC.ordinal()},
    {0x08A0, 0x08FF, ARABIC.ordinal()},
    {0x0900, 0x097F, DEVANAGARI.ordinal()},
    {0x0980, 0x09FF, BENGALI.ordinal()},
    {0x0A00, 0x0A7F, GURMUKHI.ordinal()},
    {0x0A80, 0x0AFF, GUJARATI.ordinal()},
    {0x0B00, 0x0B7F, ORIYA.ordinal()},
    {0x0B80, 0x0BFF, TAMIL.ordinal()},
    {0x0C00, 0x0C7F, TELUGU.ordinal()},
    {0x0C80, 0x0CFF, KANNADA.ordinal()},
    {0x0D00, 0x0D7F, MALAYALAM.ordinal()},
    {0x0D80, 0x0DFF, SINHALA.ordinal()},
    {0x0E00, 0x0E7F, THAI.ordinal()},
    {0x0E80, 0x0EFF, LAO.ordinal()},
    {0x1000, 0x109F, MYANMAR.ordinal()},
    {0x10A0, 0x10FF, GEORGIAN.ordinal()},
    {0x1200, 0x139F, ETHIOPIC.ordinal()},
    {0x1780, 0x17FF, KHMER.ordinal()},
    {0x1C90, 0x1CBF, GEORGIAN.ordinal()},
    {0x1E00, 0x1EFF, LATIN.ordinal()},
    {0x1F00, 0x1FFF, GREEK.ordinal()},
    {0x3041, 0x30FF, KANA.ordinal()},
    {0x3400, 0x9FFF, HAN.ordinal()},
    {0xAC00, 0xD7A3, HANGUL.ordinal()},
    {0xF900, 0xFAFF, HAN.ordinal()},
    {0xFB50, 0xFDFF, ARABIC.ordinal()},
    {0xFE70, 0xFEFC, ARABIC.ordinal()},
  };

  /** For every sixteen characters their script's place in {@link #ALL} plus one, or 0. */
  private static final byte[] BY_ROW = new byte[0x1000];

  private static final int ROW_BITS = 4;

  static {
    for (int[] block : BLOCKS) {
      byte place = (byte) (block[2] + 1);
      Arrays.fill(BY_ROW, block[0] >> ROW_BITS, (block[1] >> ROW_BITS) + 1, place);
    }
  }

  /** A sign of these says about as much as three letters. */
  private static final int SIGN = 3;

  private final @Nullable String language;

  Script(@Nullable String language) {
    this.language = language;
  }

  /** Returns the one language of this script, or null where several share it. */
  @Nullable String language() {
    return language;
  }

  /** Returns how many letters of an alphabet one sign of this script is worth. */
  int letters() {
    return this == HAN || this == KANA || this == HANGUL ? SIGN : 1;
  }

  /** Returns the script of a letter or mark, or null for one that is not known here. */
  static @Nullable Script of(char c) {
    int place = BY_ROW[c >> ROW_BITS];
    return place == 0 ? null : ALL[place - 1];
  }
}
