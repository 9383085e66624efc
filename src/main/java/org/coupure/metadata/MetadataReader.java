package org.coupure.metadata;

import java.util.List;
import java.util.Map;
import org.coupure.article.Access;
import org.coupure.article.Byline;
import org.coupure.article.Dates;
import org.coupure.article.Headline;
import org.coupure.article.Place;
import org.coupure.article.Rights;
import org.coupure.block.Blocks;
import org.coupure.page.Page;
import org.coupure.rules.Fields;

/** Reads what a page says about its article. Immutable and thread-safe. */
public final class MetadataReader {

  /**
   * Returns the metadata of a page.
   *
   * @param page what was captured
   * @param blocks the page's blocks; their document is null for plain text
   * @param ruled what site rule and themes found, strongest first
   */
  public Metadata read(Page page, Blocks blocks, List<Fields> ruled) {
    return new Metadata(
        Headline.NONE,
        Byline.NONE,
        new Dates(null, null, page.captured()),
        new Place(page.url(), null, null, null),
        null,
        List.of(),
        List.of(),
        Access.UNKNOWN,
        Rights.UNSTATED,
        List.of(),
        Map.of());
  }
}
