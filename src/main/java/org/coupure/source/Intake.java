package org.coupure.source;

import org.coupure.article.Clip;
import org.coupure.page.Page;

/** What a source hands its pages to. */
public interface Intake {
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
}
