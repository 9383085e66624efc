package org.coupure.rules;

import java.util.List;
import java.util.Set;
import org.coupure.page.Url;

/** Something a page shows or does not. Implementations are immutable and thread-safe. */
sealed interface PageCondition {
  boolean shownBy(PageMarks page);

  /** Returns whether one of the names, which are few, is on the page. */
  private static boolean isAny(List<String> names, PageMarks page) {
    for (int i = 0; i < names.size(); i++) {
      if (page.hasClass(names.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Some element has one of these classes. */
  record AnyClass(List<String> names) implements PageCondition {
    @Override
    public boolean shownBy(PageMarks page) {
      return isAny(names, page);
    }
  }

  /** Each of these classes is there. */
  record AllClasses(List<String> names) implements PageCondition {
    @Override
    public boolean shownBy(PageMarks page) {
      for (int i = 0; i < names.size(); i++) {
        if (!page.hasClass(names.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** None of these classes is there. */
  record NoClass(List<String> names) implements PageCondition {
    @Override
    public boolean shownBy(PageMarks page) {
      return !isAny(names, page);
    }
  }

  /** The body has one of these classes, or one that begins with one of these prefixes. */
  record BodyClass(Set<String> names, List<String> prefixes) implements PageCondition {
    @Override
    public boolean shownBy(PageMarks page) {
      for (String shown : page.bodyClasses()) {
        if (names.contains(shown) || beginsLikeOne(shown)) {
          return true;
        }
      }
      return false;
    }

    private boolean beginsLikeOne(String shown) {
      for (String prefix : prefixes) {
        if (shown.startsWith(prefix)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The page says that it was made by one of these programs; in lower case. */
  record Generator(Set<String> parts) implements PageCondition {
    @Override
    public boolean shownBy(PageMarks page) {
      for (String generator : page.generators()) {
        for (String part : parts) {
          if (generator.contains(part)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /**
   * The page declares one of these languages; lower-case tags, a longer one is within a shorter.
   */
  record Language(Set<String> tags) implements PageCondition {
    @Override
    public boolean shownBy(PageMarks page) {
      String declared = page.language();
      for (String tag : tags) {
        if (declared.equals(tag) || declared.startsWith(tag + "-")) {
          return true;
        }
      }
      return false;
    }
  }

  /** The page's URL, or only its path, looks like one of these. */
  record UrlMatches(List<UrlGlob> patterns, boolean path) implements PageCondition {
    @Override
    public boolean shownBy(PageMarks page) {
      String url = page.url();
      return url != null && fits(url);
    }

    boolean fits(String url) {
      String subject = path ? Url.path(url) : url;
      for (UrlGlob pattern : patterns) {
        if (pattern.fits(subject)) {
          return true;
        }
      }
      return false;
    }
  }

  /** An element matches. The only mark that searches the page, so it is asked last. */
  record Shows(Selector selector) implements PageCondition {
    @Override
    public boolean shownBy(PageMarks page) {
      return !selector.elements(page.dom()).isEmpty();
    }
  }
}
