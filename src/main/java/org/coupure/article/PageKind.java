package org.coupure.article;

import java.util.Locale;

/** What kind of page it is, whatever became of it. */
public enum PageKind {
  /** A text of its own: news, a post, an essay. */
  ARTICLE,
  /** A list of other pages: a home page, a section, a shop's shelf, search results. */
  INDEX,
  /** One thing that is sold. */
  PRODUCT,
  /** What several people wrote to one another: a thread, questions and answers. */
  FORUM,
  /** An article that grew while things happened, entry by entry. */
  LIVE,
  /** A video with a few words about it. */
  VIDEO,
  /** A page that says that the one asked for is not there, or that the server failed. */
  ERROR,
  /** A page that asks to prove to be a person. */
  CHALLENGE,
  /** A page that only asks for consent. */
  CONSENT,
  /** Anything else: a manual, a company's service, a form. */
  OTHER;

  /** Returns the name used in records and on the command line: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the page stands in the place of the one asked for, so its text is no text. */
  public boolean isWall() {
    return this == ERROR || this == CHALLENGE || this == CONSENT;
  }
}
