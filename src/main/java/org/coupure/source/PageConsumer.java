package org.coupure.source;

import org.coupure.article.Clip;
import org.coupure.page.Page;

/** What a source hands its pages to. */
public interface PageConsumer {
  /**
   * Takes a page; may block while later stages are busy.
   *
   * @return whether more is wanted; when false the source must stop
   */
  boolean page(Page page);

  /**
   * Takes the reason why an entry gives no page.
   *
   * @return whether more is wanted; when false the source must stop
   */
  boolean failed(Clip clip);

  /**
   * Is told of a file in a folder or an archive that is clearly no page, such as a picture, and so
   * is not read.
   *
   * @param source the file
   * @param kind what it is, for people: the ending of its name, or such as "feed"
   */
  default void passedOver(String source, String kind) {}
}
