package org.coupure.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.coupure.page.Page;
import org.coupure.verdict.Judge;

/**
 * The blocks that recur on the pages of each site: menus, forms, teasers, legal notices. What a
 * {@link MemoryBuilder} has learned at one moment; learning more does not change it, so a run's
 * records do not depend on the order in which its threads work. Immutable and thread-safe.
 */
public final class SiteMemory {
  /** A memory of nothing. */
  public static final SiteMemory EMPTY = new SiteMemory(Map.of());

  private final Map<String, KnownBlocks> sites;

  SiteMemory(Map<String, KnownBlocks> sites) {
    this.sites = Map.copyOf(sites);
  }

  /**
   * Reads what {@link MemoryBuilder#save} wrote.
   *
   * @throws IOException if the file can't be read, is no site memory, of another format or damaged;
   *     the message says which
   */
  public static SiteMemory load(Path file) throws IOException {
    return MemoryBuilder.load(file).snapshot();
  }

  /**
   * Returns the judge of {@code page}, which drops what recurs on its site.
   *
   * @param deciding who will be asked after it; what it would keep tells how much of the article
   *     would be taken away
   */
  public Judge judge(Page page, Judge deciding) {
    KnownBlocks known = sites.get(SiteKey.of(page));
    return known == null ? verdicts -> {} : new MemoryJudge(known, deciding);
  }

  /** Returns whether nothing is known, so that no block would be dropped. */
  public boolean isEmpty() {
    return sites.isEmpty();
  }

  /** Returns how many recurring blocks of {@code site} are known. */
  public int size(String site) {
    return sites.getOrDefault(site, KnownBlocks.NONE).size();
  }
}
