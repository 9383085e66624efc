package org.coupure.memory;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.page.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a site memory learns from one page: the site, by what the page is recognised when it comes
 * again, and by what its blocks are. Holds hashes only. Serializable, for programs that look at
 * pages on many machines and learn on one. Immutable and thread-safe.
 */
public final class PageFingerprint implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String site;
  private final long titleKey;
  private final long textKey;
  private final long[] blockKeys;

  private PageFingerprint(String site, long titleKey, long textKey, long[] blockKeys) {
    this.site = site;
    this.titleKey = titleKey;
    this.textKey = textKey;
    this.blockKeys = blockKeys;
  }

  /** Returns what is to be learned from {@code page}, which has these {@code blocks}. */
  public static PageFingerprint of(Page page, Blocks blocks) {
    Set<Long> keys = new HashSet<>();
    long text = BlockKey.NONE;
    long lines = BlockKey.NONE;
    for (Block block : blocks.list()) {
      long key = BlockKey.of(block.text());
      if (key != BlockKey.NONE) {
        keys.add(key);
      }
      lines = BlockKey.join(lines, key);
      if (MemoryJudge.isParagraph(block)) {
        text = BlockKey.join(text, key);
      }
    }
    text = text == BlockKey.NONE ? lines : text;
    // Sorted, so that what is learned does not depend on a set's order.
    long[] sorted = keys.stream().mapToLong(Long::longValue).sorted().toArray();
    return new PageFingerprint(SiteKey.of(page), titleKey(blocks, text), text, sorted);
  }

  /**
   * Many sites give all pages one title, others one first heading; together they differ. What looks
   * like the title of a dump may be a line of its menu, so there the text must do.
   */
  private static long titleKey(Blocks blocks, long text) {
    Document document = blocks.document();
    if (document == null) {
      return text;
    }
    Element heading = document.selectFirst("h1");
    String title = document.title() + "\n" + (heading == null ? "" : heading.text());
    return title.isBlank() ? text : BlockKey.ofTitle(title);
  }

  /** Returns the host without {@code www.}, or the folder of a page without a URL. */
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
    return "PageFingerprint[" + site + ", " + blockKeys.length + " blocks]";
  }
}
