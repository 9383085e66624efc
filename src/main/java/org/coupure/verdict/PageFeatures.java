package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.coupure.block.Tags;

/**
 * What the page is like as a whole; the same for all its blocks. The kind of page is told by all of
 * it, blocks by {@link #COLUMNS} only.
 */
final class PageFeatures {
  private static final String[] COUNTED =
      "p a li h2 h3 tr form button article section figure img pre dt".split(" ", -1);

  private static final String[] COUNTED_GROUPS = {
    "comment", "forum", "product", "code", "review", "article", "related", "list", "event", "faq"
  };

  /** What blocks are not told: the trees hardly ever asked for it. */
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

  private final float[] values;

  PageFeatures(PageView view) {
    List<Float> facts = new ArrayList<>();
    int n = view.count;
    facts.add((float) n);
    facts.add((float) view.totalTokens());
    facts.add(view.linked(0, n));
    facts.add((float) view.longBlocks(0, n));
    facts.add(view.longShare(0, n));
    int longest = 0;
    for (int tokens : view.text.tokens) {
      longest = Math.max(longest, tokens);
    }
    facts.add((float) longest);
    facts.add((float) view.outline.size());
    facts.add((float) view.head.openGraphType());
    facts.add((float) view.head.titleWords().size());
    address(view.head.path(), facts);
    tags(view, facts);
    groups(view, facts);
    values = new float[facts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = facts.get(i);
    }
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

  private static void address(String path, List<Float> facts) {
    int depth = 0;
    int digits = 0;
    int hyphens = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '/' && i + 1 < path.length() ? 1 : 0;
      digits += c >= '0' && c <= '9' ? 1 : 0;
      hyphens += c == '-' || c == '_' ? 1 : 0;
    }
    facts.add((float) depth);
    facts.add((float) digits);
    facts.add((float) hyphens);
    facts.add((float) path.length());
  }

  private static void tags(PageView view, List<Float> facts) {
    int[] counts = new int[Tags.COUNT];
    for (int row = 0; row < view.outline.size(); row++) {
      counts[view.outline.tag(row)]++;
    }
    for (String tag : COUNTED) {
      facts.add((float) counts[Tags.number(tag)]);
    }
  }

  private static final long[] GROUP_BITS = ClassWords.groupBits(COUNTED_GROUPS);

  private static void groups(PageView view, List<Float> facts) {
    int[] counts = new int[GROUP_BITS.length];
    for (long own : view.ownGroups) {
      if (own != 0) {
        for (int g = 0; g < counts.length; g++) {
          counts[g] += (own & GROUP_BITS[g]) != 0 ? 1 : 0;
        }
      }
    }
    for (int count : counts) {
      facts.add((float) count);
    }
  }

  /** Returns the values of {@link #names}. */
  float[] values() {
    return values;
  }

  /** Writes {@link #COLUMNS} for all blocks, from the column {@code first} on. */
  void write(FeatureTable table, int first) {
    for (int i = 0; i < PLACES.length; i++) {
      table.fill(first + i, values[PLACES[i]]);
    }
  }
}
