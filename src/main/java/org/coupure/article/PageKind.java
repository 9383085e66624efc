package org.coupure.article;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The kind of a page, independent of its outcome. */
public enum PageKind {
  /** One text: news, a post, an essay. */
  ARTICLE,
  /** A list of other pages: a home page, a section, a shop's shelf, search results. */
  INDEX,
  /** One thing that is sold. */
  PRODUCT,
  /** What several people wrote to one another: a thread, questions and answers. */
  FORUM,
  /** A live blog: an article that grows entry by entry while something happens. */
  LIVE,
  /** A video with a few words about it. */
  VIDEO,
  /** A page that says that the requested page does not exist, or that the server failed. */
  ERROR,
  /** A page that asks visitors to prove that they are human. */
  CHALLENGE,
  /** A page that only asks for consent. */
  CONSENT,
  /** Anything else: a manual, a company's service, a form. */
  OTHER;

  /** Returns the name used in records and on the command line: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the kinds of a list such as {@code article, live}.
   *
   * @throws IllegalArgumentException if one is not known; its message lists the known ones
   */
  public static Set<PageKind> parse(String list) {
    Set<PageKind> kinds = EnumSet.noneOf(PageKind.class);
    for (String word : list.toLowerCase(Locale.ROOT).split(",", -1)) {
      kinds.add(find(word.strip()));
    }
    return kinds;
  }

  /** Returns the names of all kinds, separated by commas. */
  public static String codes() {
    return Arrays.stream(values()).map(PageKind::code).collect(Collectors.joining(", "));
  }

  private static PageKind find(String word) {
    for (PageKind kind : values()) {
      if (kind.code().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "there is no kind of page called \"" + word + "\"; there are " + codes());
  }

  /**
   * Returns whether the page is shown instead of the requested one, so that its text is not
   * content.
   */
  public boolean isWall() {
    return this == ERROR || this == CHALLENGE || this == CONSENT;
  }
}
