package org.coupure.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.coupure.block.Tags;
import org.coupure.model.FeatureTable;

/**
 * Features of the whole page; the same for all its blocks. Deciding the kind of page uses all of
 * them, judging blocks only {@link #COLUMNS}.
 */
final class PageFeatures {
  private static final String[] COUNTED =
      "p a li h2 h3 tr form button article section figure img pre dt".split(" ", -1);

  private static final String[] COUNTED_GROUPS = {
    "comment", "forum", "product", "code", "review", "article", "related", "list", "event", "faq"
  };

  /** The features that blocks do without, because the trees hardly ever used them. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "page_ogType",
          "url_depth",
          "page_tr",
          "page_figure",
          "page_pre",
          "page_dt",
          "page_class_code",
          "page_class_event");

  /** What blocks are told. */
  static final List<String> COLUMNS =
      names().stream().filter(name -> !LEFT_OUT.contains(name)).toList();

  private static final int[] PLACES = places();
  private static final int WIDTH = names().size();

  private static final int[] COUNTED_TAGS = Arrays.stream(COUNTED).mapToInt(Tags::number).toArray();

  private static final long[] GROUP_BITS = ClassWords.groupBits(COUNTED_GROUPS);

  private static final long ALL_COUNTED = Arrays.stream(GROUP_BITS).reduce(0, (a, b) -> a | b);

  private final float[] values;
  private int size;

  PageFeatures(FeatureContext view) {
    int n = view.count;
    int longest = 0;
    for (int tokens : view.text.tokens) {
      longest = Math.max(longest, tokens);
    }
    values = new float[WIDTH];
    add(n);
    add(view.totalTokens());
    add(view.linked(0, n));
    add(view.longBlocks);
    add(view.longShare(0, n));
    add(longest);
    add(view.outline.size());
    add(view.openGraphType);
    add(view.titleWords);
    url(view.path);
    for (int tag : COUNTED_TAGS) {
      add(view.tagCounts[tag]);
    }
    groups(view);
  }

  private void add(float value) {
    values[size++] = value;
  }

  static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "page_blocks",
                "page_tokens",
                "page_linked",
                "page_long",
                "page_longShare",
                "page_longest",
                "page_elements",
                "page_ogType",
                "page_titleWords",
                "url_depth",
                "url_digits",
                "url_hyphens",
                "url_length"));
    for (String tag : COUNTED) {
      names.add("page_" + tag);
    }
    for (String group : COUNTED_GROUPS) {
      names.add("page_class_" + group);
    }
    return names;
  }

  private static int[] places() {
    List<String> names = names();
    return COLUMNS.stream().mapToInt(names::indexOf).toArray();
  }

  private void url(String path) {
    int depth = 0;
    int digits = 0;
    int hyphens = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '/' && i + 1 < path.length() ? 1 : 0;
      digits += c >= '0' && c <= '9' ? 1 : 0;
      hyphens += c == '-' || c == '_' ? 1 : 0;
    }
    add(depth);
    add(digits);
    add(hyphens);
    add(path.length());
  }

  private void groups(FeatureContext view) {
    int[] counts = new int[Long.SIZE];
    for (int row = 0; row < view.outline.size(); row++) {
      // Most elements have no group, and the others one or two.
      for (long left = view.groups(row) & ALL_COUNTED; left != 0; left &= left - 1) {
        counts[Long.numberOfTrailingZeros(left)]++;
      }
    }
    for (long bit : GROUP_BITS) {
      add(counts[Long.numberOfTrailingZeros(bit)]);
    }
  }

  /** Returns the values of {@link #names}. */
  float[] values() {
    return values;
  }

  /** Writes {@link #COLUMNS} for all blocks, from the column {@code first} on. */
  void write(FeatureTable table, int first) {
    for (int i = 0; i < PLACES.length; i++) {
      table.share(first + i, values[PLACES[i]]);
    }
  }
}
