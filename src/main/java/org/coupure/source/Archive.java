package org.coupure.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/** Something that holds many pages, read from its beginning to its end. */
interface Archive extends Closeable {
  /**
   * Returns the next entry, or null after the last one; the content of the one before is then gone.
   *
   * @throws IOException when the archive can't be read any further
   */
  @Nullable Entry next() throws IOException;

  /** Takes what the entries of an archive are; each method returns whether more is wanted. */
  interface EntryConsumer {
    /** Takes a file of the archive at {@code archive}, under a name that is not to be trusted. */
    boolean entry(Origin archive, String name, InputStream content) throws InputException;

    /** Takes a page that is complete. */
    boolean give(Page page);

    /** Takes an answer that led from one URL to another. */
    boolean redirect(String from, String to);

    /** Takes an entry that can't be read. */
    boolean fail(String source, Reason reason, String detail);
  }

  /** What an archive may hold. */
  sealed interface Entry {
    /** Hands the entry of the archive at {@code origin} on; returns whether more is wanted. */
    boolean unpack(EntryConsumer consumer, Origin origin) throws InputException;
  }

  /** A file under a name that is not to be trusted. */
  record File(String name, InputStream content) implements Entry {
    @Override
    public boolean unpack(EntryConsumer consumer, Origin origin) throws InputException {
      return consumer.entry(origin, name, content);
    }
  }

  /** A page that is complete. */
  record Captured(Page page) implements Entry {
    @Override
    public boolean unpack(EntryConsumer consumer, Origin origin) {
      return consumer.give(page);
    }
  }

  /** An entry that can't be read, while those behind it can. */
  record Unreadable(String source, Reason reason, String detail) implements Entry {
    @Override
    public boolean unpack(EntryConsumer consumer, Origin origin) {
      return consumer.fail(source, reason, detail);
    }
  }

  /** An answer that led from one URL to another. */
  record Redirect(String from, String to) implements Entry {
    @Override
    public boolean unpack(EntryConsumer consumer, Origin origin) {
      return consumer.redirect(from, to);
    }
  }

  /** An entry that is no page. */
  record Skipped() implements Entry {
    @Override
    public boolean unpack(EntryConsumer consumer, Origin origin) {
      return true;
    }
  }
}
