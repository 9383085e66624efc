package org.coupure.verdict;

/** What is done with text that a browser would not show when it opens the page. */
public enum HiddenText {
  /**
   * The default. Paragraphs that nothing on the page can open are dropped; sections that unfold,
   * tabs and text that scripts uncover are judged like all other text, and marked.
   */
  AUTO,

  /** All of it is dropped, also sections that unfold. */
  DROP,

  /** It is judged like all other text, and marked in the record. */
  FLAG,

  /** It is judged like all other text, and not marked. */
  KEEP;

  /** Returns whether passages that come from hidden elements say so in the record. */
  public boolean marks() {
    return this != KEEP;
  }
}
