package org.coupure.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long KILO = 1 << 10;

  @Test
  void letsAnOversizedPageThroughAlone() {
    MemoryBudget budget = new MemoryBudget(100 * KILO);

    assertThat(budget.take(5000 * KILO)).isTrue();
  }

  @Test
  void makesTheNextWaitUntilThereIsRoom() throws Exception {
    MemoryBudget budget = new MemoryBudget(100 * KILO);
    budget.take(80 * KILO);

    CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(() -> budget.take(40 * KILO));
    assertThat(next.isDone()).isFalse();
    budget.give(80 * KILO);

    assertThat(next.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void countsTinyPagesAsSixteenKilobytes() {
    MemoryBudget budget = new MemoryBudget(32 * KILO);
    budget.take(1);
    budget.take(1);

    CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> budget.take(1));
    assertThat(third.isDone()).isFalse();
    budget.close();

    assertThat(third.join()).isFalse();
  }

  @Test
  void letsNothingInOnceClosed() {
    MemoryBudget budget = new MemoryBudget(100 * KILO);
    budget.close();

    assertThat(budget.take(1)).isFalse();
  }
}
