package org.coupure.article;

import java.util.List;

/**
 * To what of a configuration an article belongs. Immutable.
 *
 * @param sources the names of the sources that list it and want it, in the configuration's order
 * @param subjects the subjects that it matches, in the configuration's order
 */
public record Assignment(List<String> sources, List<SubjectMatch> subjects) {
  /** That of an article that was read without a configuration. */
  public static final Assignment NONE = new Assignment(List.of(), List.of());

  public Assignment {
    sources = List.copyOf(sources);
    subjects = List.copyOf(subjects);
  }

  /** Returns the names of the subjects. */
  public List<String> subjectNames() {
    return subjects.stream().map(SubjectMatch::name).toList();
  }

  /** Returns this with other subjects. */
  public Assignment withSubjects(List<SubjectMatch> others) {
    return new Assignment(sources, others);
  }
}
