package org.coupure.memory;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The counts of one site. Not thread-safe.
 *
 * <p>Blocks are counted by lossy counting (Manku and Motwani 2002) with a page as the unit: after
 * each bucket of pages those are forgotten whose count and bucket of first sight together are at
 * most the number of the bucket, which is at most one in {@link #BUCKET} pages. A site whose pages
 * hold so many different blocks that this does not suffice forgets at ever higher counts until at
 * most three quarters of the room are taken.
 */
final class SiteCounts {
  /** Blocks of a site. A page of a large portal has 500, all of them new at worst. */
  static final int MOST_BLOCKS = 8_000;

  /** Pages of a site that are recognised when they come again; each has two keys. */
  static final int MOST_PAGES = 1_000;

  /** Pages of a bucket: blocks on fewer than a twentieth of the pages may be forgotten. */
  private static final int BUCKET = 20;

  private final Set<Long> pageKeys = new LinkedHashSet<>();
  private final BlockCounts blocks = new BlockCounts();
  private int pages;

  SiteCounts() {}

  /** Makes an empty site that goes on counting behind {@code pages}. */
  SiteCounts(int pages) {
    this.pages = pages;
  }

  /** Learns a page, unless its title or its text was learned before. */
  void add(PageFingerprint page) {
    if (pageKeys.contains(page.titleKey()) || pageKeys.contains(page.textKey())) {
      return;
    }
    remember(page.titleKey());
    remember(page.textKey());
    for (long key : page.blockKeys()) {
      blocks.count(key, pages);
    }
    pages++;
    if (pages % BUCKET == 0) {
      blocks.prune(pages / BUCKET, BUCKET);
    }
    makeRoom();
  }

  private void makeRoom() {
    if (blocks.size() <= MOST_BLOCKS) {
      return;
    }
    for (int bucket = 1; blocks.size() > MOST_BLOCKS * 3 / 4; bucket++) {
      blocks.prune(bucket, BUCKET);
    }
  }

  /** Remembers a page's key; of too many the oldest is forgotten. */
  void remember(long pageKey) {
    pageKeys.add(pageKey);
    if (pageKeys.size() > 2 * MOST_PAGES) {
      Iterator<Long> oldest = pageKeys.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  int pages() {
    return pages;
  }

  Set<Long> pageKeys() {
    return pageKeys;
  }

  BlockCounts blocks() {
    return blocks;
  }

  /** Returns the blocks that recur. */
  KnownBlocks known() {
    KnownBlocks.Builder known = new KnownBlocks.Builder();
    blocks.forEach(
        (key, seen, since) -> {
          Recurrence recurrence = Recurrence.of(seen, since, pages);
          if (recurrence.isBoilerplate()) {
            known.add(key, recurrence);
          }
        });
    return known.build();
  }
}
