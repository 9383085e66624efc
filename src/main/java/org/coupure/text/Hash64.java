package org.coupure.text;

/**
 * The 64-bit hash by which words and texts are recognised: FNV-1a (Fowler, Noll and Vo) over UTF-16
 * units instead of bytes. Models, site memories and records hold its values: it must not change.
 */
public final class Hash64 {
  /** The hash of nothing. */
  public static final long SEED = 0xcbf29ce484222325L;

  /** 2^64 by the golden ratio: a factor that spreads neighbouring numbers over all bits. */
  public static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final long PRIME = 0x100000001b3L;

  private Hash64() {}

  /** Returns the hash of what {@code hash} is of, and {@code next} behind it. */
  public static long add(long hash, long next) {
    return (hash ^ next) * PRIME;
  }

  /** Returns the hash of a word, as it is written. */
  public static long of(String word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, word.charAt(i));
    }
    return hash;
  }

  /** The finaliser of MurmurHash3: FNV alone leaves the high bits too much alike. */
  public static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
