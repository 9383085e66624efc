package org.coupure.rules;

import java.util.List;
import java.util.Set;

/**
 * One way to fit a page: its host is one of these, or below it, and it shows every mark.
 *
 * @param hosts normalised host names; empty for a theme
 * @param marks in the order in which they are asked, cheap ones first
 */
record Condition(Set<String> hosts, List<Mark> marks) {
  Condition {
    hosts = Set.copyOf(hosts);
    marks = List.copyOf(marks);
  }

  boolean shownBy(PageMarks page) {
    for (Mark mark : marks) {
      if (!mark.shownBy(page)) {
        return false;
      }
    }
    return true;
  }
}
