package org.coupure.sink;

import org.coupure.article.Clip;

/** One clip as bytes of some format. */
interface RecordBytes {
  byte[] write(Clip clip);
}
