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

  /** Unicode blocks, where the scripts of the same name have their letters. */
  private static final Range[] BLOCKS = {
    new Range(0x0041, 0x024F, LATIN),
    new Range(0x0370, 0x03FF, GREEK),
    new Range(0x0400, 0x052F, CYRILLIC),
    new Range(0x0531, 0x058F, ARMENIAN),
    new Range(0x0591, 0x05FF, HEBREW),
    new Range(0x0600, 0x06FF, ARABIC),
    new Range(0x0750, 0x077F, ARABIC),
    new Range(0x08A0, 0x08FF, ARABIC),
    new Range(0x0900, 0x097F, DEVANAGARI),
    new Range(0x0980, 0x09FF, BENGALI),
    new Range(0x0A00, 0x0A7F, GURMUKHI),
    new Range(0x0A80, 0x0AFF, GUJARATI),
    new Range(0x0B00, 0x0B7F, ORIYA),
    new Range(0x0B80, 0x0BFF, TAMIL),
    new Range(0x0C00, 0x0C7F, TELUGU),
    new Range(0x0C80, 0x0CFF, KANNADA),
    new Range(0x0D00, 0x0D7F, MALAYALAM),
    new Range(0x0D80, 0x0DFF, SINHALA),
    new Range(0x0E00, 0x0E7F, THAI),
    new Range(0x0E80, 0x0EFF, LAO),
    new Range(0x1000, 0x109F, MYANMAR),
    new Range(0x10A0, 0x10FF, GEORGIAN),
    new Range(0x1200, 0x139F, ETHIOPIC),
    new Range(0x1780, 0x17FF, KHMER),
    new Range(0x1C90, 0x1CBF, GEORGIAN),
    new Range(0x1E00, 0x1EFF, LATIN),
    new Range(0x1F00, 0x1FFF, GREEK),
    new Range(0x3041, 0x30FF, KANA),
    new Range(0x3400, 0x9FFF, HAN),
    new Range(0xAC00, 0xD7A3, HANGUL),
    new Range(0xF900, 0xFAFF, HAN),
    new Range(0xFB50, 0xFDFF, ARABIC),
    new Range(0xFE70, 0xFEFC, ARABIC),
  };

  /** The script of every sixteen characters in a row. */
  private static final @Nullable Script[] BY_ROW = new @Nullable Script[0x1000];

  private static final int ROW_BITS = 4;

  static {
    for (Range block : BLOCKS) {
      int end = (block.last >> ROW_BITS) + 1;
      Arrays.fill(BY_ROW, block.first >> ROW_BITS, end, block.script);
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
    return BY_ROW[c >> ROW_BITS];
  }

  /** Returns this script's place in an array that counts by scripts. */
  @SuppressWarnings("EnumOrdinal") // counted for every character: an EnumMap would box each count
  int place() {
    return ordinal();
  }

  private record Range(int first, int last, Script script) {}
}
