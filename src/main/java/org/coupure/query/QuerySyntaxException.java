package org.coupure.query;

/** A query that can't be read; the message says what is wrong and points at the place. */
public final class QuerySyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int position;
  private final String sentence;

  QuerySyntaxException(String query, int position, String sentence) {
    super(sentence + "\n    " + query + "\n    " + " ".repeat(position) + "^");
    this.position = position;
    this.sentence = sentence;
  }

  /** Returns the index of the character at fault, at most the query's length. */
  public int position() {
    return position;
  }

  /** Returns what is wrong, without the picture. */
  public String sentence() {
    return sentence;
  }
}
