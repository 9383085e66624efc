package org.coupure.fetch;

import java.util.Optional;
import org.coupure.article.Reason;

/**
 * How much of a body is read, so that neither an endless body nor a bomb fills the memory.
 *
 * @param bytes most bytes, on the wire as well as unpacked
 * @param ratio most unpacked bytes for each byte on the wire
 */
record BodyLimits(int bytes, int ratio) {
  /**
   * Smaller bodies are never taken for a decompression bomb: they do no harm, and a short page of
   * one repeated line compresses as well.
   */
  static final long RATIO_FROM = 1_000_000;

  /** Returns why a body of this announced length (-1 for none) is not read, or empty. */
  Optional<FetchFailure> checkAnnounced(long length) {
    return length > bytes ? Optional.of(tooLarge(" (" + length + ")")) : Optional.empty();
  }

  void checkWire(long wire) throws RefusalException {
    if (wire > bytes) {
      throw new RefusalException(tooLarge(""));
    }
  }

  void checkUnpacked(long unpacked, long wire) throws RefusalException {
    if (unpacked > RATIO_FROM && unpacked / Math.max(1, wire) >= ratio) {
      throw new RefusalException(
          FetchFailure.failed(
              Reason.RATIO,
              "the body unpacks to more than " + ratio + " times its size, as bombs do"));
    }
    if (unpacked > bytes) {
      throw new RefusalException(tooLarge(" when unpacked"));
    }
  }

  private FetchFailure tooLarge(String how) {
    return FetchFailure.failed(
        Reason.TOO_LARGE, "the body is larger" + how + " than the limit of " + bytes + " bytes");
  }
}
