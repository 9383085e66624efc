package org.coupure;

import org.coupure.article.Clip;
import org.coupure.page.Page;

/**
 * Is told what happens to each page. All methods do nothing unless overridden. They may be called
 * from several threads at once. An exception from a method reaches the caller that asked for the
 * clip.
 */
public interface ClipListener {
  /** A listener that does nothing. */
  ClipListener NONE = new ClipListener() {};

  /** A page is about to be clipped. */
  default void started(Page page) {}

  /** A page was parsed, for clipping or anything else; it may have turned out to be unreadable. */
  default void parsed(Page page) {}

  /** The learned model has looked at a page. */
  default void predicted(Page page) {}

  /** A page was clipped, or the reason why not is known. */
  default void finished(Page page, Clip clip) {}
}
