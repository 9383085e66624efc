package org.coupure.verdict;

import org.coupure.block.Blocks;

/**
 * Finds the types that a page's JSON-LD names, by scanning the scripts for the key, because other
 * parts of a script may be broken.
 */
final class StatedTypes {
  private static final String KEY = "\"@type\"";

  /** A list of things names the same few types again and again. */
  private static final int MOST_TYPES = 400;

  private StatedTypes() {}

  /** Adds to {@code counts}, by group, how often the page's scripts name a type of the group. */
  static void count(Blocks page, KindWords words, float[] counts) {
    int seen = 0;
    for (String json : page.linkedData()) {
      for (int at = json.indexOf(KEY); at >= 0 && seen < MOST_TYPES; at = json.indexOf(KEY, at)) {
        at += KEY.length();
        seen++;
        add(words, value(json, at), counts);
      }
    }
  }

  static void add(KindWords words, String type, float[] counts) {
    int groups = words.type(type);
    for (int group = 0; groups != 0; group++, groups >>>= 1) {
      counts[group] += groups & 1;
    }
  }

  /** Returns the first string after {@code from}, also within an array. */
  private static String value(String json, int from) {
    int at = from;
    while (at < json.length() && (json.charAt(at) <= ' ' || ":[".indexOf(json.charAt(at)) >= 0)) {
      at++;
    }
    int end = at < json.length() && json.charAt(at) == '"' ? json.indexOf('"', at + 1) : -1;
    return end < 0 ? "" : json.substring(at + 1, end);
  }
}
