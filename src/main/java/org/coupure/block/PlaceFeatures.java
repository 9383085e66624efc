package org.coupure.block;

import org.coupure.article.Kind;

/** Where in the page a block stands: from the top, from the headline, under which heading. */
final class PlaceFeatures implements FeatureGroup {
  static final String[] NAMES = {
    "position",
    "tokenPosition",
    "index",
    "fromEnd",
    "tokensBefore",
    "tokensAfter",
    "fromH1",
    "fromTitle",
    "tokensFromTitle",
    "fromHeading",
    "headingAbove",
    "tokensSinceHeading",
    "toHeading",
    "toLong",
    "headingPhrase",
    "phraseAbove",
    "phraseAboveBlocks"
  };

  /** A heading farther above says nothing about a block. */
  private static final int HEADING_REACH = 60;

  /** Nor does a phrase. */
  private static final int PHRASE_REACH = 30;

  private final PageView view;
  private final int h1;
  private final int title;

  PlaceFeatures(PageView view) {
    this.view = view;
    this.h1 = firstH1();
    this.title = titleBlock();
  }

  private int firstH1() {
    for (Block block : view.blocks) {
      if (block.kind() == Kind.HEADING && block.level() == 1) {
        return block.index();
      }
    }
    return -1;
  }

  /** Returns the block that shares most with the page's own title, or -1. */
  private int titleBlock() {
    int best = -1;
    float bestScore = 0.4f;
    int words = view.head.titleWords().size();
    for (int i = 0; i < view.count; i++) {
      int tokens = view.text.tokens[i];
      int hits = view.text.titleHits[i];
      if (tokens == 0 || tokens > 3 * words + 5) {
        continue;
      }
      Block block = view.blocks.get(i);
      float score = 2f * hits / (tokens + words) + (block.kind() == Kind.HEADING ? 0.2f : 0);
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
    row.add(i);
    row.add(view.count - i);
    row.add(before);
    row.add(total - before);
    row.add(h1 < 0 ? -1000 : i - h1);
    row.add(title < 0 ? -1000 : i - title);
    row.add(title < 0 ? -9999 : before - view.tokensBefore[title]);
    heading(i, row);
    nextLong(i, row);
    phrases(i, row);
  }

  /** Writes what the heading above and the last certain junk phrase above give away. */
  private void phrases(int i, FeatureRow row) {
    int heading = i - 1;
    while (heading >= 0
        && view.blocks.get(heading).kind() != Kind.HEADING
        && i - heading < HEADING_REACH) {
      heading--;
    }
    row.add(heading < 0 ? 0 : view.phraseCategory[heading]);
    int above = i - 1;
    while (above >= 0 && view.phraseStrength[above] < 2 && i - above < PHRASE_REACH) {
      above--;
    }
    boolean found = above >= 0 && view.phraseStrength[above] == 2;
    row.add(found ? view.phraseCategory[above] : 0);
    row.add(found ? i - above : PHRASE_REACH + 1);
  }

  private void heading(int i, FeatureRow row) {
    int above = i - 1;
    while (above >= 0
        && view.blocks.get(above).kind() != Kind.HEADING
        && i - above < HEADING_REACH) {
      above--;
    }
    boolean found = above >= 0 && view.blocks.get(above).kind() == Kind.HEADING;
    row.add(found ? i - above : 99);
    row.add(found ? view.blocks.get(above).level() : 0);
    row.add(found ? view.tokens(above, i) : -1);
    int below = i + 1;
    while (below < view.count && view.blocks.get(below).kind() != Kind.HEADING && below - i < 30) {
      below++;
    }
    row.add(below - i);
  }

  private void nextLong(int i, FeatureRow row) {
    int ahead = i + 1;
    while (ahead < view.count && view.longBlocks(ahead, ahead + 1) == 0 && ahead - i < 40) {
      ahead++;
    }
    row.add(ahead - i);
  }
}
