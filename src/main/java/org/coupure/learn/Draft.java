package org.coupure.learn;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learned from pages about the place of their text, before it is tested.
 *
 * @param content selectors of what holds the text
 * @param fit how well they do
 * @param inside the blocks of each page that they hold
 * @param names selectors of boilerplate inside
 * @param texts boilerplate inside that no selector finds
 * @param habits selectors of places inside where everything is text
 */
record Draft(
    List<String> content,
    ContainerScore fit,
    Map<Sample, BitSet> inside,
    List<String> names,
    List<String> texts,
    List<String> habits) {
  static final int MAX_REMOVALS = 12;
  private static final int MAX_TEXTS = 5;
  private static final int MAX_HABITS = 8;

  /** Returns what the pages of {@code template} teach. */
  static Draft of(Template template) {
    ContainerSearch search = new ContainerSearch(template, Map.of());
    List<String> content = search.find();
    Map<Sample, BitSet> inside = search.inside(content);
    List<String> names = template.names(inside, MAX_REMOVALS);
    Map<Sample, BitSet> left = without(inside, names);
    List<String> texts = template.texts(left, MAX_TEXTS);
    List<String> habits = new AllTextPlaces(left).find(MAX_HABITS);
    return new Draft(content, search.fit(content), inside, names, texts, habits);
  }

  private static Map<Sample, BitSet> without(Map<Sample, BitSet> inside, List<String> names) {
    Map<Sample, BitSet> left = new LinkedHashMap<>();
    inside.forEach(
        (sample, blocks) -> {
          BitSet rest = (BitSet) blocks.clone();
          rest.andNot(sample.named(names));
          left.put(sample, rest);
        });
    return left;
  }

  /** Returns the blocks of a page, maybe one it was not made from, that it leaves. */
  BitSet leaves(Sample sample) {
    BitSet left = sample.named(content);
    left.andNot(sample.named(names));
    for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
      if (texts.contains(sample.text(i))) {
        left.clear(i);
      }
    }
    return left;
  }
}
