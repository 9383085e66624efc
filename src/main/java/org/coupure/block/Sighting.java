package org.coupure.block;

import java.util.HashSet;
import java.util.Set;
import org.coupure.page.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a site memory learns from one page: the site, by what the page is recognised when it comes
 * again, and by what its blocks are. Holds hashes only. Immutable and thread-safe.
 */
public final class Sighting {
  private final String site;
  private final long titleKey;
  private final long textKey;
  private final long[] blockKeys;

  private Sighting(String site, long titleKey, long textKey, long[] blockKeys) {
    this.site = site;
    this.titleKey = titleKey;
    this.textKey = textKey;
    this.blockKeys = blockKeys;
  }

  /** Returns what is to be learned from {@code page}, which has these {@code blocks}. */
  public static Sighting of(Page page, Blocks blocks) {
    Set<Long> keys = new HashSet<>();
    long text = BlockKey.NONE;
    for (Block block : blocks.list()) {
      long key = BlockKey.of(block.text());
      text = BlockKey.join(text, key);
      if (key != BlockKey.NONE) {
        keys.add(key);
      }
    }
    // Sorted, so that what is learned does not depend on a set's order.
    long[] sorted = keys.stream().mapToLong(Long::longValue).sorted().toArray();
    String title = title(blocks);
    long titleKey = title.isBlank() ? text : BlockKey.ofTitle(title);
    return new Sighting(SiteName.of(page), titleKey, text, sorted);
  }

  /** Many sites give all pages one title, others one first heading; together they differ. */
  private static String title(Blocks blocks) {
    Document document = blocks.document();
    if (document != null) {
      Element heading = document.selectFirst("h1");
      return document.title() + "\n" + (heading == null ? "" : heading.text());
    }
    int title = DumpTitle.find(blocks);
    return title < 0 ? "" : blocks.list().get(title).text();
  }

  /** Returns the host without {@code www.}, or the folder of a page without an address. */
  public String site() {
    return site;
  }

  long titleKey() {
    return titleKey;
  }

  long textKey() {
    return textKey;
  }

  /** Returns the distinct keys of its blocks in ascending order, which must not be changed. */
  long[] blockKeys() {
    return blockKeys;
  }

  @Override
  public String toString() {
    return "Sighting[" + site + ", " + blockKeys.length + " blocks]";
  }
}
