package org.coupure.watch;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.PageKind;
import org.coupure.discover.Filter;

/**
 * Which records an output gets. Immutable.
 *
 * @param subjects the names of subjects of which a record needs one; empty for all records
 * @param sources the names of sources of which a record needs one; empty for all records
 * @param languages BCP 47 tags, {@code fr} standing for {@code fr-CA} too; empty for any
 * @param kinds the kinds of pages; empty for any
 * @param updates whether a record is written again when it belongs to more subjects than before
 */
public record Routing(
    Set<String> subjects,
    Set<String> sources,
    List<String> languages,
    Set<PageKind> kinds,
    boolean updates) {
  /** All records, each once. */
  public static final Routing ALL = new Routing(Set.of(), Set.of(), List.of(), Set.of(), false);

  public Routing {
    subjects = Set.copyOf(subjects);
    sources = Set.copyOf(sources);
    languages = List.copyOf(languages);
    kinds = Set.copyOf(kinds);
  }

  /** Returns this for the records of one subject. */
  Routing of(String subject) {
    return new Routing(Set.of(subject), sources, languages, kinds, updates);
  }

  /** Returns whether a record goes to the output. */
  boolean wants(Article article) {
    return meets(subjects, article.assignment().subjectNames())
        && meets(sources, article.assignment().sources())
        && (kinds.isEmpty() || article.pageKind() == null || kinds.contains(article.pageKind()))
        && Filter.NONE.withLanguages(languages).refusal(article).isEmpty();
  }

  private static boolean meets(Set<String> wanted, Collection<String> names) {
    return wanted.isEmpty() || names.stream().anyMatch(wanted::contains);
  }
}
