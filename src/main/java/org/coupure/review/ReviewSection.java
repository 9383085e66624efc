package org.coupure.review;

import java.util.List;

/** A subject with its stories, those of most papers first. Immutable. */
record ReviewSection(String subject, List<FoldedStory> stories) {
  ReviewSection {
    stories = List.copyOf(stories);
  }
}
