package org.coupure.query;

/** Where a term of a query is looked for. */
enum Part {
  /** The title and the text. */
  ANYWHERE("neither in the title nor in the text"),
  TITLE("not in the title"),
  TEXT("not in the text"),
  /** The host of the URL and the publisher's name. */
  SITE("not of the site"),
  /** The people and the agency that wrote it. */
  AUTHOR("not among the authors"),
  SECTION("not in the section");

  private final String absence;

  Part(String absence) {
    this.absence = absence;
  }

  /** Returns how it is said that a word is not there. */
  String absence() {
    return absence;
  }
}
