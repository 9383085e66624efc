package org.coupure.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
      "write only pages of these kinds, separated by commas: "
          + Arrays.stream(PageKind.values()).map(PageKind::code).collect(Collectors.joining(", "));

  KindFilter {
    kinds = Set.copyOf(kinds);
  }

  static KindFilter parse(String words) throws UsageException {
    Set<PageKind> kinds = EnumSet.noneOf(PageKind.class);
    for (String word : words.toLowerCase(Locale.ROOT).split(",", -1)) {
      kinds.add(kind(word.strip()));
    }
    return new KindFilter(kinds);
  }

  private static PageKind kind(String word) throws UsageException {
    for (PageKind kind : PageKind.values()) {
      if (kind.code().equals(word)) {
        return kind;
      }
    }
    String known =
        Arrays.stream(PageKind.values()).map(PageKind::code).collect(Collectors.joining(", "));
    throw new UsageException(
        "--kinds wants kinds of pages separated by commas, not \""
            + word
            + "\"; they are "
            + known
            + ".");
  }

  /** Returns whether a clip is delivered; one whose page could not be read is of no kind. */
  boolean admits(Clip clip) {
    Article article = clip.article();
    return article == null || article.pageKind() == null || kinds.contains(article.pageKind());
  }
}
