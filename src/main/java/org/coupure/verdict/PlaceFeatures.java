package org.coupure.verdict;

import java.util.function.IntPredicate;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** Where in the page a block stands: from the top, from the headline, under which heading. */
final class PlaceFeatures implements FeatureGroup {
  static final String[] NAMES = {
    "position",
    "tokenPosition",
    "fromEnd",
    "tokensBefore",
    "fromH1",
    "fromTitle",
    "tokensFromTitle",
    "fromHeading",
    "headingAbove",
    "phraseAbove"
  };

  /** A heading farther above says nothing about a block. */
  private static final int HEADING_REACH = 60;

  /** Nor does a phrase. */
  private static final int PHRASE_REACH = 30;

  private final FeatureContext view;
  private final int h1;
  private final int title;

  /** For each block how far above the nearest one is that is such, 0 for none in reach. */
  private final byte[] toHeading;

  private final byte[] toPhrase;

  PlaceFeatures(FeatureContext view) {
    this.view = view;
    this.h1 = firstH1();
    this.title = titleBlock();
    this.toHeading = toNearest(this::isHeading, HEADING_REACH);
    this.toPhrase = toNearest(i -> view.phraseStrength[i] == 2, PHRASE_REACH);
  }

  private boolean isHeading(int block) {
    return view.blocks.get(block).kind() == PassageKind.HEADING;
  }

  private byte[] toNearest(IntPredicate such, int reach) {
    byte[] distances = new byte[view.count];
    int last = -1;
    for (int i = 0; i < view.count; i++) {
      distances[i] = last >= 0 && i - last <= reach ? (byte) (i - last) : 0;
      last = such.test(i) ? i : last;
    }
    return distances;
  }

  private int firstH1() {
    for (Block block : view.blocks) {
      if (block.kind() == PassageKind.HEADING && block.level() == 1) {
        return block.index();
      }
    }
    return -1;
  }

  /** Returns the block that shares most with the page's own title, or -1. */
  private int titleBlock() {
    int best = -1;
    float bestScore = 0.4f;
    int words = view.titleWords;
    for (int i = 0; i < view.count; i++) {
      int tokens = view.text.tokens[i];
      int hits = view.text.titleHits[i];
      if (tokens == 0 || tokens > 3 * words + 5) {
        continue;
      }
      Block block = view.blocks.get(i);
      float score = 2f * hits / (tokens + words) + (block.kind() == PassageKind.HEADING ? 0.2f : 0);
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    return best;
  }

  @Override
  public void write(int i, FeatureRow row) {
    int total = Math.max(1, view.totalTokens());
    int before = view.tokensBefore[i];
    row.add((float) i / view.count);
    row.add((float) before / total);
    row.add(view.count - i);
    row.add(before);
    row.add(h1 < 0 ? -1000 : i - h1);
    row.add(title < 0 ? -1000 : i - title);
    row.add(title < 0 ? -9999 : before - view.tokensBefore[title]);
    heading(i, row);
    phrase(i, row);
  }

  private void heading(int i, FeatureRow row) {
    int distance = toHeading[i];
    row.add(distance > 0 ? distance : 99);
    row.add(distance > 0 ? view.blocks.get(i - distance).level() : 0);
  }

  /** Writes what the last certain junk phrase above gives away. */
  private void phrase(int i, FeatureRow row) {
    int distance = toPhrase[i];
    row.add(distance > 0 ? view.phraseCategory[i - distance] : 0);
  }
}
