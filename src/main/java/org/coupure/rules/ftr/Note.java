package org.coupure.rules.ftr;

/**
 * What became of one line of a site file.
 *
 * @param line its number, from 1
 * @param key as it is spelt in the collection, such as {@code strip_id_or_class}; empty for a line
 *     that has none
 * @param fate what became of it
 * @param why in a few words; empty for what was translated as it is
 */
public record Note(int line, String key, ImportStatus fate, String why) {
  /** Returns whether the line says where title, text, authors or date are, or what to leave out. */
  public boolean isExtraction() {
    return switch (key) {
      case "title", "author", "date", "body", "strip", "strip_id_or_class" -> true;
      default -> false;
    };
  }
}
