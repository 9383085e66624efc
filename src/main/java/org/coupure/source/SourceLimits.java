package org.coupure.source;

import org.coupure.page.Limits;

/**
 * How much a source unpacks. What is beyond a limit ends in a failure of the page, the archive or
 * the file it stands in, never in an exception, and the rest is read. Immutable.
 *
 * @param entries most entries of one archive or lines of one list of pages
 * @param pageBytes most bytes of one page, unpacked
 * @param depth most containers inside each other; a {@code .tar.gz} counts as two
 * @param ratio most unpacked bytes for each packed byte of a file
 * @param ratioFrom unpacked bytes of a file below which {@code ratio} is not looked at, because
 *     small files may compress very well
 */
public record SourceLimits(long entries, int pageBytes, int depth, int ratio, long ratioFrom) {
  /**
   * A million entries, 20 MB a page as in {@link Limits#DEFAULT}, five containers inside each
   * other, and 200 unpacked bytes for a packed one beyond 100 MB. News pages compress about 5 times
   * with gzip and 15 times with xz; gzip can reach 1,032 times and bombs come near to it.
   */
  public static final SourceLimits DEFAULT =
      new SourceLimits(1_000_000, Limits.DEFAULT.bytes(), 5, 200, 100_000_000);

  public SourceLimits {
    if (entries < 1 || pageBytes < 1 || depth < 1 || ratio < 1 || ratioFrom < 0) {
      throw new IllegalArgumentException(
          "limits must be positive: "
              + String.join(
                  ", ",
                  Long.toString(entries),
                  Integer.toString(pageBytes),
                  Integer.toString(depth),
                  Integer.toString(ratio),
                  Long.toString(ratioFrom)));
    }
  }

  String tooLarge() {
    return "has more than " + pageBytes + " bytes, the limit for a page";
  }
}
