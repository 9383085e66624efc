package org.coupure.discover;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed or sitemap says of a page beside its title and dates. Immutable.
 *
 * @param authors who wrote it, as they stand there; never null
 * @param tags categories and keywords, in their order; never null
 * @param content the whole text as HTML, or null; a summary is none
 */
public record ItemMetadata(List<String> authors, List<String> tags, @Nullable String content) {
  /** Nothing is said. */
  public static final ItemMetadata NONE = new ItemMetadata(List.of(), List.of(), null);

  /** More are a directory. */
  private static final int MOST_AUTHORS = 20;

  private static final int MOST_TAGS = 50;

  /** A name or a category is a few words; what is longer is a text in the wrong place. */
  private static final int LONGEST = 200;

  /** A long article has 100,000 characters, with markup twice as many. */
  private static final int MOST_CONTENT = 500_000;

  /** Leaves out what is blank, repeated or beyond all measure. */
  public ItemMetadata {
    authors = clean(authors, MOST_AUTHORS);
    tags = clean(tags, MOST_TAGS);
    content =
        content == null || content.isBlank() || content.length() > MOST_CONTENT ? null : content;
  }

  private static List<String> clean(List<String> values, int most) {
    List<String> clean = new ArrayList<>();
    for (String value : values) {
      String line = value.strip().replaceAll("\\s+", " ");
      if (!line.isEmpty() && line.length() <= LONGEST && clean.size() < most) {
        clean.add(line);
      }
    }
    return clean.stream().distinct().toList();
  }
}
