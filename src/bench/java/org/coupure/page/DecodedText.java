package org.coupure.page;

/** Opens our own decoding to the benchmark, as a plain parse needs it. */
public final class DecodedText {
  private DecodedText() {}

  public static String of(Page page) {
    return CharsetDecoding.decode(page.bytes(), page.contentType()).text();
  }
}
