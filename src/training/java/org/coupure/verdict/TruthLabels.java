package org.coupure.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.block.Block;
import org.coupure.text.WordSet;
import org.jsoup.nodes.Element;

/**
 * Tells which blocks of a page are in a hand-made text, by their words: a block of four words or
 * more when at least half of its runs of four stand in the text, a shorter one when it stands there
 * right beside a neighbour that does.
 */
final class TruthLabels {
  private static final int RUN = 4;
  private static final double LEAST_SHARE = 0.5;

  private final long[] truth;
  private final Map<Long, Integer> runs = new HashMap<>();
  private final Map<Long, List<Integer>> pairs = new HashMap<>();

  TruthLabels(String text) {
    truth = words(text);
    for (int i = 0; i + RUN <= truth.length; i++) {
      runs.merge(run(truth, i), 1, Integer::sum);
    }
    for (int i = 0; i + 2 <= truth.length; i++) {
      pairs.computeIfAbsent(pair(truth[i], truth[i + 1]), k -> new ArrayList<>()).add(i);
    }
  }

  int size() {
    return truth.length;
  }

  /** Returns one flag a block. */
  boolean[] label(List<Block> blocks) {
    long[][] words = new long[blocks.size()][];
    boolean[] in = new boolean[blocks.size()];
    for (int i = 0; i < in.length; i++) {
      words[i] = words(blocks.get(i).text());
      in[i] = words[i].length >= RUN && share(words[i]) >= LEAST_SHARE;
    }
    dropEchoes(blocks, words, in);
    for (int i = 1; i < in.length; i++) {
      if (!in[i] && words[i].length < RUN && in[i - 1]) {
        in[i] = stands(words[i - 1], words[i]);
      }
    }
    for (int i = in.length - 2; i >= 0; i--) {
      if (!in[i] && words[i].length < RUN && in[i + 1]) {
        in[i] = stands(words[i], words[i + 1]);
      }
    }
    return in;
  }

  /** Returns the share of the truth's words that the labelled blocks hold, between 0 and 1. */
  double coverage(List<Block> blocks, boolean[] in) {
    int held = 0;
    for (int i = 0; i < in.length; i++) {
      held += in[i] ? words(blocks.get(i).text()).length : 0;
    }
    return truth.length == 0 ? 0 : Math.min(1, (double) held / truth.length);
  }

  private double share(long[] words) {
    int hits = 0;
    for (int i = 0; i + RUN <= words.length; i++) {
      hits += runs.containsKey(run(words, i)) ? 1 : 0;
    }
    return (double) hits / (words.length - RUN + 1);
  }

  /**
   * A teaser or a caption repeats a sentence of the text. The truth's runs are given out once each,
   * first to blocks that look like most of the text; who comes too late is no content.
   */
  private void dropEchoes(List<Block> blocks, long[][] words, boolean[] in) {
    Map<String, Integer> peers = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        order.add(i);
        peers.merge(looks(blocks.get(i)), words[i].length, Integer::sum);
      }
    }
    order.sort(
        (a, b) ->
            Integer.compare(peers.get(looks(blocks.get(b))), peers.get(looks(blocks.get(a)))));
    Map<Long, Integer> left = new HashMap<>(runs);
    for (int i : order) {
      int all = words[i].length - RUN + 1;
      int free = 0;
      for (int k = 0; k < all; k++) {
        int has = left.merge(run(words[i], k), -1, Integer::sum);
        free += has >= 0 ? 1 : 0;
      }
      if (free < all * LEAST_SHARE) {
        in[i] = false;
      }
    }
  }

  private static String looks(Block block) {
    Element box = block.box();
    return box == null ? "" : box.normalName() + ' ' + box.className();
  }

  /**
   * Returns whether the end of {@code left} and the beginning of {@code right} stand side by side.
   */
  private boolean stands(long[] left, long[] right) {
    if (left.length == 0 || right.length == 0) {
      return false;
    }
    List<Integer> places = pairs.get(pair(left[left.length - 1], right[0]));
    if (places == null) {
      return false;
    }
    for (int at : places) {
      if (matches(left, right, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(long[] left, long[] right, int border) {
    int back = Math.min(3, left.length);
    int ahead = Math.min(3, right.length);
    if (border - back < 0 || border + ahead > truth.length) {
      return false;
    }
    for (int i = 0; i < back; i++) {
      if (truth[border - 1 - i] != left[left.length - 1 - i]) {
        return false;
      }
    }
    for (int i = 0; i < ahead; i++) {
      if (truth[border + i] != right[i]) {
        return false;
      }
    }
    return true;
  }

  private static long run(long[] words, int at) {
    long hash = 17;
    for (int i = 0; i < RUN; i++) {
      hash = (hash ^ words[at + i]) * 0x9E3779B97F4A7C15L;
    }
    return hash;
  }

  private static long pair(long a, long b) {
    return a * 0x9E3779B97F4A7C15L + b;
  }

  static long[] words(String text) {
    long[] found = new long[text.length() + 1];
    int count = 0;
    long hash = 0xcbf29ce484222325L;
    int run = 0;
    int scale = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      int next = WordSet.wordScale(c);
      if (run > 0 && (next != scale || (next > 1 && run == next))) {
        found[count++] = hash;
        hash = 0xcbf29ce484222325L;
        run = 0;
      }
      scale = next;
      if (next > 0) {
        hash = (hash ^ WordSet.lower(c)) * 0x100000001b3L;
        run++;
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }
}
