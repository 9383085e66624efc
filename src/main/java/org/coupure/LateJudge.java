package org.coupure;

import java.util.List;
import java.util.function.Supplier;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.jspecify.annotations.Nullable;

/**
 * A judge of HTML that is made when the first such page comes: loading its model takes 20 to 30 ms,
 * and a run over plain text does not need it. Thread-safe.
 */
final class LateJudge implements Judge {
  private final Supplier<? extends Judge> maker;
  private volatile @Nullable Judge made;

  LateJudge(Supplier<? extends Judge> maker) {
    this.maker = maker;
  }

  @Override
  public void judge(BlockVerdicts verdicts) {
    judge(List.of(verdicts));
  }

  @Override
  public void judge(List<BlockVerdicts> pages) {
    if (!pages.get(0).blocks().isPlainText()) {
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
