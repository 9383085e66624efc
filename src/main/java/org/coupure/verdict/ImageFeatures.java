package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Tags;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** Where images stand around a block: captions and credits follow one, whatever their class. */
final class ImageFeatures implements FeatureGroup {
  static final List<String> NAMES = List.of("image_before", "image_up1");

  /** An image farther off than this many blocks is not the block's. */
  private static final int REACH = 12;

  private final FeatureContext view;

  /** Images that stand before each block's end: one longer than there are blocks. */
  private final int[] imagesBefore;

  ImageFeatures(FeatureContext view) {
    this.view = view;
    int image = Tags.number("img");
    this.imagesBefore = new int[view.count + 1];
    for (int row = 0; row < view.outline.size(); row++) {
      if (view.outline.tag(row) == image) {
        imagesBefore[Math.min(view.count, view.outline.firstBlock(row))]++;
      }
    }
    for (int i = 1; i <= view.count; i++) {
      imagesBefore[i] += imagesBefore[i - 1];
    }
  }

  @Override
  public void write(int i, FeatureRow row) {
    row.add(distanceBefore(i));
    int at = view.boxRow(i);
    boolean alone = view.outline.firstBlock(at) == i && view.outline.endBlock(at) == i + 1;
    at = alone ? view.wider(at) : at;
    row.add(imagesIn(at));
  }

  /** Returns how many blocks stand between the last image, or the page's edge, and the block. */
  private int distanceBefore(int i) {
    int distance = 0;
    while (distance < REACH && i - distance >= 0 && at(i - distance) == 0) {
      distance++;
    }
    return Math.min(distance, REACH);
  }

  /** Returns the number of images that stand right before block {@code i}. */
  private int at(int i) {
    return i == 0 ? imagesBefore[0] : imagesBefore[i] - imagesBefore[i - 1];
  }

  private int imagesIn(int row) {
    if (row < 0) {
      return imagesBefore[view.count];
    }
    int from = view.outline.firstBlock(row);
    int to = Math.min(view.count, view.outline.endBlock(row));
    int all = to == 0 ? 0 : imagesBefore[to - 1];
    return all - (from == 0 ? 0 : imagesBefore[from - 1]);
  }
}
