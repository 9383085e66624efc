package org.coupure.cli;

/** Breaks text into lines. */
final class Wrapping {
  private Wrapping() {}

  /**
   * Returns {@code text} with its words in lines of at most {@code width} characters, where words
   * allow it, every line but the first after {@code indent}, which is not counted.
   */
  static String wrap(String text, int width, String indent) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (column > 0 && column + 1 + word.length() > width) {
        wrapped.append('\n').append(indent);
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString();
  }
}
