package org.coupure.sink;

import org.coupure.article.Clip;

/** One clip as bytes of some format. */
interface Rendering {
  byte[] write(Clip clip);
}
