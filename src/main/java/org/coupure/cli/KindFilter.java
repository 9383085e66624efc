package org.coupure.cli;

import java.util.EnumSet;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.PageKind;

/**
 * Which kinds of pages are delivered. Immutable.
 *
 * @param kinds those that are
 */
record KindFilter(Set<PageKind> kinds) {
  static final KindFilter ALL = new KindFilter(EnumSet.allOf(PageKind.class));

  static final String ABOUT =
      "write only pages of these kinds, separated by commas: " + PageKind.codes();

  KindFilter {
    kinds = Set.copyOf(kinds);
  }

  static KindFilter parse(String words) throws UsageException {
    try {
      return new KindFilter(PageKind.parse(words));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--kinds: " + e.getMessage() + ".");
    }
  }

  /** Returns whether a clip is delivered; a page that could not be read has no kind. */
  boolean admits(Clip clip) {
    Article article = clip.article();
    return article == null || article.pageKind() == null || kinds.contains(article.pageKind());
  }
}
