package org.coupure.source;

import java.io.IOException;

/** Where pages come from: a file, a folder, an archive, a list. */
public interface PageSource {
  /**
   * Hands every page to {@code intake}, in the source's order, one at a time and without holding
   * more than one; an entry that can't be read is handed over as a failure and the reading goes on.
   * Stops early when the intake wants no more.
   *
   * @throws IOException only when the source as a whole can't be read at all
   */
  void read(PageConsumer consumer) throws IOException;

  /**
   * Returns the same pages for a caller that asks for one at a time. A thread of its own reads
   * ahead, by eight pages at most; the caller closes the iterator, also before its end.
   */
  default PageIterator pull() {
    return new PageIterator(this, PageIterator.AHEAD);
  }
}
