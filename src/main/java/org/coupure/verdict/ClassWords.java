package org.coupure.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coupure.block.ClassNameGroups;
import org.coupure.block.NameWords;
import org.coupure.block.Tags;
import org.coupure.model.WordOdds;
import org.coupure.text.Hash64;

/**
 * What the words in an element's class, id, role and itemprop attributes say: which groups of
 * meaning they belong to, and their log odds of content, learned from labelled pages. Immutable and
 * thread-safe.
 */
final class ClassWords {
  /** Generated names go on for ever; what tells anything stands in the first words. */
  private static final int MOST_WORDS = 12;

  /** Of no attribute at all. */
  static final Sense NONE = new Sense(0, 0, 0, 0);

  /** The odds and the groups of words in one table, so that each is looked up once. */
  private final WordOdds known;

  private final float[] tagOdds;

  /**
   * What one attribute's words say.
   *
   * @param groups bit set of groups
   * @param sum sum of the words' log odds
   * @param least smallest log odds among the words
   * @param signature hash of the first three words, by which equal-looking elements are recognised
   */
  record Sense(long groups, float sum, float least, long signature) {}

  ClassWords(WordOdds odds) {
    this.known = Groups.beside(odds);
    this.tagOdds = new float[Tags.COUNT];
    for (int number = 0; number < Tags.COUNT; number++) {
      tagOdds[number] = known.value(tagKey(number));
    }
  }

  /** Returns the names of the groups; a group's place is its bit. */
  static List<String> groupNames() {
    return Groups.NAMES;
  }

  /** Returns the bit of each of the groups named. */
  static long[] groupBits(String... names) {
    long[] bits = new long[names.length];
    for (int i = 0; i < bits.length; i++) {
      int place = Groups.NAMES.indexOf(names[i]);
      if (place < 0) {
        throw new IllegalArgumentException("no group of class words is called " + names[i]);
      }
      bits[i] = 1L << place;
    }
    return bits;
  }

  /** Holds the groups packed into the jar, so that they are read once, when first asked for. */
  private static final class Groups {
    static final Map<String, List<String>> ALL = ClassNameGroups.of("model");
    static final List<String> NAMES = List.copyOf(ALL.keySet());

    static WordOdds beside(WordOdds odds) {
      WordOdds.Builder table = new WordOdds.Builder().addValues(odds);
      for (int i = 0; i < ALL.size(); i++) {
        for (String word : ALL.getOrDefault(NAMES.get(i), List.of())) {
          table.addBit(Hash64.of(word), i);
        }
      }
      return table.build();
    }
  }

  /** Returns what each of the attributes says, by its number. */
  Sense[] senses(NameWords names) {
    Sense[] senses = new Sense[names.count()];
    long[] words = new long[MOST_WORDS];
    senses[0] = NONE;
    for (int number = 1; number < senses.length; number++) {
      senses[number] = sense(words, words(names, number, words));
    }
    return senses;
  }

  private Sense sense(long[] words, int count) {
    long mask = 0;
    float sum = 0;
    float least = 0;
    long signature = Hash64.SEED;
    for (int i = 0; i < count; i++) {
      int slot = known.slot(words[i]);
      mask |= known.bitsAt(slot);
      float value = known.valueAt(slot);
      sum += value;
      least = Math.min(least, value);
      if (i < 3) {
        signature = Hash64.add(signature, words[i]);
      }
    }
    return new Sense(mask, sum, least, signature);
  }

  /** Returns the log odds of the element that {@link Tags} gives {@code number}. */
  float tagOdds(int number) {
    return tagOdds[number];
  }

  /** Returns the key under which the odds of an element's tag are kept among those of words. */
  static long tagKey(int number) {
    return Hash64.of("<" + number + ">");
  }

  /**
   * Returns the hashes of the first words of {@code attribute} of more than one letter, without
   * repetitions, at most twelve.
   */
  static long[] words(String attribute) {
    NameWords names = new NameWords();
    int number = names.number(attribute);
    long[] found = new long[MOST_WORDS];
    return Arrays.copyOf(found, words(names, number, found));
  }

  private static int words(NameWords names, int number, long[] found) {
    int count = 0;
    int to = names.to(number);
    for (int place = names.from(number); place < to && count < MOST_WORDS; place++) {
      if (names.isFar(place)) {
        return count;
      }
      long word = names.word(place);
      if (!names.isLetter(place) && !contains(found, count, word)) {
        found[count++] = word;
      }
    }
    return count;
  }

  private static boolean contains(long[] words, int count, long hash) {
    for (int i = 0; i < count; i++) {
      if (words[i] == hash) {
        return true;
      }
    }
    return false;
  }
}
