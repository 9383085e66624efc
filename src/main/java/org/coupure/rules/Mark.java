package org.coupure.rules;

import java.util.List;
import java.util.Set;

/** Something a page shows or does not. Implementations are immutable and thread-safe. */
sealed interface Mark {
  boolean shownBy(PageMarks page);

  /** Some element has one of these classes. */
  record AnyClass(Set<String> names) implements Mark {
    @Override
    public boolean shownBy(PageMarks page) {
      return names.stream().anyMatch(page.classes()::contains);
    }
  }

  /** Each of these classes is there. */
  record AllClasses(Set<String> names) implements Mark {
    @Override
    public boolean shownBy(PageMarks page) {
      return page.classes().containsAll(names);
    }
  }

  /** None of these classes is there. */
  record NoClass(Set<String> names) implements Mark {
    @Override
    public boolean shownBy(PageMarks page) {
      return names.stream().noneMatch(page.classes()::contains);
    }
  }

  /** The body has one of these classes, or one that begins with one of these prefixes. */
  record BodyClass(Set<String> names, List<String> prefixes) implements Mark {
    @Override
    public boolean shownBy(PageMarks page) {
      Set<String> shown = page.bodyClasses();
      return names.stream().anyMatch(shown::contains)
          || prefixes.stream().anyMatch(p -> shown.stream().anyMatch(name -> name.startsWith(p)));
    }
  }

  /** The page says that it was made by one of these programs; in lower case. */
  record Generator(Set<String> parts) implements Mark {
    @Override
    public boolean shownBy(PageMarks page) {
      return page.generators().stream().anyMatch(g -> parts.stream().anyMatch(g::contains));
    }
  }

  /** An element matches. The only mark that searches the page, so it is asked last. */
  record Shows(Selector selector) implements Mark {
    @Override
    public boolean shownBy(PageMarks page) {
      return !selector.elements(page.dom()).isEmpty();
    }
  }
}
