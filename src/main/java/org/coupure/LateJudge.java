package org.coupure;

import java.util.List;
import java.util.function.Supplier;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.jspecify.annotations.Nullable;

/**
 * A judge of plain text or of HTML that is made when the first such page comes: loading a model
 * takes 20 to 30 ms, and a run over pages of one kind needs one of the two. Thread-safe.
 */
final class LateJudge implements Judge {
  private final boolean plainText;
  private final Supplier<? extends Judge> maker;
  private volatile @Nullable Judge made;

  private LateJudge(boolean plainText, Supplier<? extends Judge> maker) {
    this.plainText = plainText;
    this.maker = maker;
  }

  static LateJudge ofPlainText(Supplier<? extends Judge> maker) {
    return new LateJudge(true, maker);
  }

  static LateJudge ofHtml(Supplier<? extends Judge> maker) {
    return new LateJudge(false, maker);
  }

  @Override
  public void judge(BlockVerdicts verdicts) {
    judge(List.of(verdicts));
  }

  @Override
  public void judge(List<BlockVerdicts> pages) {
    if (pages.get(0).blocks().isPlainText() == plainText) {
      made().judge(pages);
    }
  }

  private Judge made() {
    Judge judge = made;
    if (judge == null) {
      synchronized (this) {
        judge = made;
        if (judge == null) {
          judge = maker.get();
          made = judge;
        }
      }
    }
    return judge;
  }
}
