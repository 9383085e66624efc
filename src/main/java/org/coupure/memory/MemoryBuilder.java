package org.coupure.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns which blocks recur on the pages of each site. Learn all pages of a dump, then clip them
 * with the {@link #snapshot()}; or keep what was learned in a file and let it grow from run to run.
 *
 * <p>A page counts once: of pages with the same title and first heading, or with the same
 * paragraphs, only the first is learned; of dumps, those with the same paragraphs. Pages without an
 * URL are one site when they lie in one folder or archive. Bounded: {@value SiteCounts#MOST_BLOCKS}
 * blocks a site and {@value #MOST_SITES} sites; one site too many, and the quarter with the fewest
 * pages is forgotten. Not thread-safe.
 */
public final class MemoryBuilder {
  /** Sites that are remembered; a full one takes a quarter of a megabyte. */
  static final int MOST_SITES = 1_000;

  /** In the order of names, so that equal memories give equal files. */
  private final TreeMap<String, SiteCounts> sites = new TreeMap<>();

  /**
   * Reads what {@link #save} wrote, to go on learning.
   *
   * @throws IOException if the file can't be read, is no site memory, of another format or damaged;
   *     the message says which
   */
  public static MemoryBuilder load(Path file) throws IOException {
    return MemoryFile.load(file);
  }

  /** Learns a page, unless one of its site with the same title or text was learned before. */
  public void add(PageFingerprint page) {
    sites.computeIfAbsent(page.site(), name -> new SiteCounts()).add(page);
    if (sites.size() > MOST_SITES) {
      forget(page.site());
    }
  }

  /** Forgets a quarter of the sites, but not {@code newest}, which else could never grow. */
  private void forget(String newest) {
    List<String> names = new ArrayList<>(sites.keySet());
    names.remove(newest);
    names.sort(Comparator.comparingInt(this::pages).thenComparing(Comparator.naturalOrder()));
    names.subList(0, MOST_SITES / 4).forEach(sites::remove);
  }

  /** Returns how many different pages of {@code site} were learned. */
  public int pages(String site) {
    SiteCounts counts = sites.get(site);
    return counts == null ? 0 : counts.pages();
  }

  /** Returns how many blocks of {@code site} are counted. */
  int blocks(String site) {
    SiteCounts counts = sites.get(site);
    return counts == null ? 0 : counts.blocks().size();
  }

  /** Returns what is known now; learning on does not change it. */
  public SiteMemory snapshot() {
    Map<String, KnownBlocks> known = new TreeMap<>();
    sites.forEach(
        (name, counts) -> {
          KnownBlocks blocks = counts.known();
          if (blocks.size() > 0) {
            known.put(name, blocks);
          }
        });
    return new SiteMemory(known);
  }

  /**
   * Writes everything that was learned, hashes only, to {@code file}: under another name first, so
   * that a broken run leaves the old file whole. Its folder must exist.
   */
  public void save(Path file) throws IOException {
    MemoryFile.save(file, sites);
  }

  /** Enters a site that was read from a file; of two that are one today, the better known. */
  void put(String name, SiteCounts counts) {
    sites.merge(name, counts, (one, other) -> other.pages() > one.pages() ? other : one);
  }
}
