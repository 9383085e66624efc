package org.coupure.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.coupure.article.Byline;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote it, and where that stands: a value and its evidence, which therefore can't name another
 * value. Immutable.
 *
 * @param byline the people and the agency
 * @param sources where the people were found; empty when there are none
 */
record Attribution(Byline byline, List<RawValue> sources) {
  static final Attribution NONE = new Attribution(Byline.NONE, List.of());

  /** Returns nobody but {@code agency}. */
  static Attribution agency(@Nullable String agency) {
    return new Attribution(new Byline(List.of(), agency), List.of());
  }

  /** Returns what {@code found} says, which is {@code byline}. */
  static Attribution of(Byline byline, RawValue raw) {
    return new Attribution(byline, byline.authors().isEmpty() ? List.of() : List.of(raw));
  }

  /** Returns one source that names {@code authors} and no agency. */
  static Attribution of(List<String> authors, RawValue raw) {
    return of(new Byline(authors, null), raw);
  }

  /** Returns this and the people of {@code more} that it lacks, found at {@code found}. */
  Attribution and(Byline more, RawValue raw) {
    Set<String> people = new LinkedHashSet<>(authors());
    List<RawValue> all = new ArrayList<>(sources);
    if (people.addAll(more.authors())) {
      all.add(raw);
    }
    String agency = byline.agency() == null ? more.agency() : byline.agency();
    return new Attribution(new Byline(List.copyOf(people), agency), List.copyOf(all));
  }

  List<String> authors() {
    return byline.authors();
  }

  boolean isEmpty() {
    return byline.authors().isEmpty();
  }

  /** Returns this if it names people, otherwise what {@code next} says; the first agency stays. */
  Attribution or(Supplier<Attribution> next) {
    return isEmpty() ? next.get().withAgency(byline.agency()) : this;
  }

  /** Returns the same with {@code agency} instead of its own, unless that is null. */
  Attribution withAgency(@Nullable String agency) {
    return agency == null ? this : new Attribution(new Byline(authors(), agency), sources);
  }
}
