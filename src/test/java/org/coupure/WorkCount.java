package org.coupure;

import java.util.concurrent.atomic.AtomicInteger;
import org.coupure.page.Page;

/** Counts how often pages are parsed and how often the model looks at one. */
public final class WorkCount implements ClipListener {
  private final AtomicInteger parses = new AtomicInteger();
  private final AtomicInteger predictions = new AtomicInteger();

  @Override
  public void parsed(Page page) {
    parses.incrementAndGet();
  }

  @Override
  public void predicted(Page page) {
    predictions.incrementAndGet();
  }

  public int parses() {
    return parses.get();
  }

  public int predictions() {
    return predictions.get();
  }
}
