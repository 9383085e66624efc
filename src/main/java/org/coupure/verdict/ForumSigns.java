package org.coupure.verdict;

import java.util.Locale;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page says itself that it is a thread: by the types of its structured data, the classes
 * of its body, its host or a folder of its path. Comments below an article, questions of an
 * interview and a word of the headline in the URL ("school-board-votes") are not threads, but
 * decision trees can't tell them apart.
 *
 * <p>Of the 104 threads of wcxb-dev that the trees find, 100 show one of these signs.
 */
final class ForumSigns {
  private static final String GROUP = "path-forum";

  /** Hyphens of a segment from here on make it a headline. */
  private static final int SLUG_HYPHENS = 2;

  /** Elements with classes of threads, on a page whose URL is unknown. */
  private static final int LEAST_CLASSES = 20;

  private ForumSigns() {}

  static boolean isShown(KindFeatures shape, @Nullable String url, KindWords words) {
    if (shape.of("body-forum") > 0
        || (shape.of("type-forum") > 0 && shape.of("type-article") == 0)) {
      return true;
    }
    if (url == null) {
      return shape.of("page_class_forum") >= LEAST_CLASSES;
    }
    int bit = 1 << words.groups().indexOf(GROUP);
    String path = shape.of(GROUP) > 0 ? Url.path(url).substring(1).toLowerCase(Locale.ROOT) : "";
    return isNamed(path.split("/", -1), words, bit) || isForumHost(Url.host(url), words, bit);
  }

  private static boolean isNamed(String[] segments, KindWords words, int bit) {
    for (String segment : segments) {
      boolean slug = segment.chars().filter(c -> c == '-').count() >= SLUG_HYPHENS;
      if ((words.path(segment) & bit) != 0) {
        return true;
      }
      for (String word : slug ? new String[0] : segment.split("[^\\p{L}]+", -1)) {
        if ((words.path(word) & bit) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isForumHost(@Nullable String host, KindWords words, int bit) {
    if (host == null) {
      return false;
    }
    int dot = host.indexOf('.');
    return dot > 1 && (words.path(host.substring(0, dot)) & bit) != 0;
  }
}
