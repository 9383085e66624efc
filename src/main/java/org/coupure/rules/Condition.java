package org.coupure.rules;

import java.util.List;
import java.util.Set;

/**
 * One way to fit a page: its host is one of these, or below it, and it shows every mark.
 *
 * @param hosts normalised host names; empty for a theme
 * @param below those of {@code hosts} that are not meant themselves, only what lies below them
 * @param marks in the order in which they are asked, cheap ones first
 */
record Condition(Set<String> hosts, Set<String> below, List<PageCondition> marks) {
  Condition {
    hosts = Set.copyOf(hosts);
    below = Set.copyOf(below);
    marks = List.copyOf(marks);
  }

  /**
   * Returns whether a site's page is meant.
   *
   * @param host the page's host
   * @param name the host name that led here: the page's host or one above it
   */
  boolean isFor(String host, String name) {
    return hosts.contains(name) && !(below.contains(name) && host.equals(name));
  }

  boolean shownBy(PageMarks page) {
    for (PageCondition mark : marks) {
      if (!mark.shownBy(page)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a URL alone, before there is a page, shows all marks. */
  boolean shownByUrl(String url) {
    for (PageCondition mark : marks) {
      if (!(mark instanceof PageCondition.UrlMatches wanted) || !wanted.fits(url)) {
        return false;
      }
    }
    return true;
  }
}
