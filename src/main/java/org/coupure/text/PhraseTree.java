package org.coupure.text;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Phrases as a tree whose edges are words. All of it lies in a few arrays of numbers, because four
 * thousand phrases as objects and maps take a cold JVM longer to build than a page to clean. The
 * edges are one open-addressing hash table. Growing it is for one thread, reading it for any
 * number.
 *
 * <p>A node may be marked twice, with what ends there and with what begins a rest; a mark is any
 * number but 0.
 */
final class PhraseTree {
  static final int ROOT = 1;
  static final int NONE = 0;

  /**
   * A bit for each hash that a first word may have. Nearly all lines end at their first word, and
   * this is small enough to stay in the nearest cache, where the edges are not.
   */
  private final long[] begins = new long[1 << 9];

  private long[] keys;
  private int[] targets;
  private int[] exact;
  private int[] rest;
  private int nodes = ROOT;

  PhraseTree() {
    this(1 << 14);
  }

  /** Makes a tree that grows beyond {@code capacity} nodes, a power of two, when it must. */
  PhraseTree(int capacity) {
    keys = new long[capacity];
    targets = new int[capacity];
    exact = new int[capacity];
    rest = new int[capacity];
  }

  /** Returns a tree from what {@link #write} wrote. */
  static PhraseTree read(ByteBuffer in) {
    PhraseTree tree = new PhraseTree();
    tree.nodes = in.getInt();
    tree.keys = new long[in.getInt()];
    tree.targets = new int[tree.keys.length];
    tree.exact = new int[tree.nodes + 1];
    tree.rest = new int[tree.nodes + 1];
    for (long[] bits : new long[][] {tree.begins, tree.keys}) {
      in.asLongBuffer().get(bits);
      in.position(in.position() + bits.length * Long.BYTES);
    }
    for (int[] numbers : new int[][] {tree.targets, tree.exact, tree.rest}) {
      in.asIntBuffer().get(numbers);
      in.position(in.position() + numbers.length * Integer.BYTES);
    }
    return tree;
  }

  /** Returns the tree as bytes. */
  ByteBuffer write() {
    int ints = 2 + targets.length + 2 * (nodes + 1);
    int longs = begins.length + keys.length;
    ByteBuffer out = ByteBuffer.allocate(ints * Integer.BYTES + longs * Long.BYTES);
    out.putInt(nodes).putInt(keys.length);
    for (long[] bits : new long[][] {begins, keys}) {
      for (long bit : bits) {
        out.putLong(bit);
      }
    }
    for (int[] numbers : new int[][] {targets, exact, rest}) {
      for (int i = 0; i < (numbers == targets ? targets.length : nodes + 1); i++) {
        out.putInt(numbers[i]);
      }
    }
    return out.flip();
  }

  /** Returns the node behind {@code word} from {@code node}, or {@link #NONE}. */
  int next(int node, long word) {
    if (node == ROOT && (begins[beginning(word)] >>> word & 1) == 0) {
      return NONE;
    }
    return targets[LongIntMap.slot(keys, key(node, word))];
  }

  /** Returns the node behind {@code word} from {@code node}, new if there was none. */
  int grow(int node, long word) {
    long key = key(node, word);
    int slot = LongIntMap.slot(keys, key);
    if (targets[slot] != NONE) {
      return targets[slot];
    }
    if (++nodes * 4 > keys.length * 3) {
      rehash();
      slot = LongIntMap.slot(keys, key);
    }
    if (nodes == exact.length) {
      exact = Arrays.copyOf(exact, nodes * 2);
      rest = Arrays.copyOf(rest, nodes * 2);
    }
    keys[slot] = key;
    targets[slot] = nodes;
    if (node == ROOT) {
      begins[beginning(word)] |= 1L << word;
    }
    return nodes;
  }

  /** Returns the mark of what ends at {@code node}, or 0. */
  int exact(int node) {
    return exact[node];
  }

  /** Returns the mark of what a rest may follow at {@code node}, or 0. */
  int rest(int node) {
    return rest[node];
  }

  void markExact(int node, int mark) {
    exact[node] = mark;
  }

  void markRest(int node, int mark) {
    rest[node] = mark;
  }

  /**
   * Returns which of {@link #begins} has the bit of {@code word}, the lowest bits say which bit.
   */
  private int beginning(long word) {
    return (int) (word >>> 32) & begins.length - 1;
  }

  private static long key(int node, long word) {
    long key = (word ^ node * Hash64.GOLDEN) * Hash64.GOLDEN;
    return key == 0 ? 1 : key;
  }

  private void rehash() {
    long[] moreKeys = new long[keys.length * 2];
    int[] moreTargets = new int[moreKeys.length];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int slot = LongIntMap.slot(moreKeys, keys[i]);
        moreKeys[slot] = keys[i];
        moreTargets[slot] = targets[i];
      }
    }
    keys = moreKeys;
    targets = moreTargets;
  }
}
