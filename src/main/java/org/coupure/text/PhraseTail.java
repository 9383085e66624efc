package org.coupure.text;

import org.jspecify.annotations.Nullable;

/**
 * What may follow the fixed words of a phrase, up to the block's end. Immutable.
 *
 * @param shape what the rest must look like
 * @param afterColon whether the fixed words end with a colon, so that the block must have a colon,
 *     dash, arrow, quote or the like there, and may go on with a small letter
 */
record PhraseTail(Shape shape, boolean afterColon) {
  /** What the rest of a block may look like, named by its sign in the phrase files. */
  enum Shape {
    /** A headline: not a sentence, not long, with a capital letter, digit or quote in front. */
    TITLE("{title}", 30, false),
    /** A few words, such as names: at most five, and not a sentence. */
    FEW("{few}", 5, true),
    /** A day or time: with a number, and at most four other words. */
    DATE("{date}", 12, true);

    final String sign;
    private final int mostWords;
    private final boolean smallLetters;

    Shape(String sign, int mostWords, boolean smallLetters) {
      this.sign = sign;
      this.mostWords = mostWords;
      this.smallLetters = smallLetters;
    }

    /** Returns the shape whose sign ends {@code phrase}, or null. */
    static @Nullable Shape of(String phrase) {
      if (!phrase.endsWith("}")) {
        return null;
      }
      for (Shape shape : SHAPES) {
        if (phrase.endsWith(shape.sign)) {
          return shape;
        }
      }
      return null;
    }

    private static final Shape[] SHAPES = values();
  }

  /** No headline is longer (characters); what is longer is not even counted. */
  private static final int LONGEST = 300;

  /** Weekday, month, "at" and a time zone. */
  private static final int WORDS_BESIDE_NUMBERS = 4;

  private static final String COLONS = ":：-–—→»>«\"“„|،•·]>/";

  /** Returns whether {@code text} from {@code index} on looks so. */
  boolean fits(String text, int index) {
    if (text.length() - index > LONGEST || (Sentences.isEnd(text) && !isQuestionOrCut(text))) {
      return false;
    }
    int start = skipSpace(text, index);
    if (afterColon && (start == text.length() || COLONS.indexOf(text.charAt(start)) < 0)) {
      return false;
    }
    LooseWords words = new LooseWords(text, index);
    int count = 0;
    int numbers = 0;
    for (long word = words.next(); word != LooseWords.END; word = words.next()) {
      if (count == 0 && !shape.smallLetters && !afterColon && isSmall(text, words.start())) {
        return false;
      }
      count++;
      numbers += word == LooseWords.NUMBER ? 1 : 0;
    }
    boolean date = numbers > 0 && count - numbers <= WORDS_BESIDE_NUMBERS;
    return count > 0 && count <= shape.mostWords && (shape != Shape.DATE || date);
  }

  private boolean isQuestionOrCut(String text) {
    char last = text.charAt(text.length() - 1);
    return shape == Shape.TITLE && (last != '.' || Sentences.isCut(text)) && last != '。';
  }

  private static int skipSpace(String text, int index) {
    int i = index;
    while (i < text.length() && Whitespace.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSmall(String text, int index) {
    return Character.isLowerCase(text.charAt(index));
  }
}
