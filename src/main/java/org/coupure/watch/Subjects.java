package org.coupure.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Assignment;
import org.coupure.article.Clip;
import org.coupure.article.SubjectMatch;
import org.coupure.query.IndexedArticle;

/** All subjects of a configuration, asked together of an article. Immutable and thread-safe. */
public final class Subjects {
  private final List<Subject> all;

  private Subjects(List<Subject> all) {
    this.all = List.copyOf(all);
  }

  /** No subjects: nothing is assigned. */
  public static final Subjects NONE = new Subjects(List.of());

  /** Returns these subjects, in this order. */
  public static Subjects of(List<Subject> subjects) {
    return new Subjects(subjects);
  }

  /**
   * Reads the subjects of a YAML file: those of a configuration, or a file with nothing but {@code
   * subjects}.
   *
   * @throws IllegalArgumentException if they have mistakes; the message lists all of them
   * @throws IOException if it can't be read
   */
  public static Subjects load(Path file) throws IOException {
    return of(ConfigurationReader.subjects(file));
  }

  /**
   * Returns to what an article belongs.
   *
   * @param sources the names of the sources that list it and want it; none where nobody knows
   * @param now what limits of age count from
   */
  public Assignment assign(Article article, Collection<String> sources, Instant now) {
    return new Assignment(List.copyOf(sources), matches(article, sources, now));
  }

  /**
   * Returns a clip whose article says to which subjects it belongs.
   *
   * @param now what limits of age count from
   */
  public Clip assign(Clip clip, Instant now) {
    Article article = clip.article();
    if (article == null || all.isEmpty()) {
      return clip;
    }
    Assignment assignment = assign(article, List.of(), now);
    Article assigned = article.toBuilder().assignment(assignment).build();
    return new Clip(clip.input(), clip.outcome(), clip.reason(), clip.detail(), assigned);
  }

  private List<SubjectMatch> matches(Article article, Collection<String> sources, Instant now) {
    List<SubjectMatch> matches = new ArrayList<>();
    if (!all.isEmpty()) {
      // The words are read once for all subjects.
      IndexedArticle words = IndexedArticle.of(article);
      all.forEach(one -> one.match(article, words, sources, now).ifPresent(matches::add));
    }
    return matches;
  }
}
