package org.coupure.serve;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coupure.page.Page;

/**
 * Inspected pages, each with the document that shows it, so that users can mark blocks in them.
 * When there are many, the oldest are dropped. Safe for any number of threads.
 */
final class Snapshots {
  private static final int MOST = 32;

  /** Together with the frames; a heap of 256 MB has room for them beside the clips. */
  private static final long MOST_BYTES = 32_000_000;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Snapshot> all = new LinkedHashMap<>();
  private long bytes;

  /**
   * A page and what is shown of it.
   *
   * @param frame a document without scripts and without requests to other servers
   */
  record Snapshot(Page page, byte[] frame) {
    long bytes() {
      return (long) page.bytes().length + frame.length;
    }
  }

  /** Keeps a page and returns its id, which can't be guessed. */
  synchronized String keep(Page page, String frame) {
    byte[] name = new byte[12];
    random.nextBytes(name);
    Snapshot snapshot = new Snapshot(page, frame.getBytes(StandardCharsets.UTF_8));
    bytes += snapshot.bytes();
    Iterator<Snapshot> oldest = all.values().iterator();
    while (oldest.hasNext() && (all.size() >= MOST || bytes > MOST_BYTES)) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
    String id = HexFormat.of().formatHex(name);
    all.put(id, snapshot);
    return id;
  }

  /** Returns the snapshot of a name; a name that is unknown or no longer kept is a problem. */
  synchronized Snapshot get(String id) throws ProblemException {
    Snapshot found = all.get(id);
    if (found == null) {
      throw ProblemException.of(404, "not-found", "the page is no longer kept; inspect it again");
    }
    return found;
  }
}
