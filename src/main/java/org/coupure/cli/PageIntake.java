package org.coupure.cli;

import java.util.function.Function;
import org.coupure.article.Clip;
import org.coupure.page.Page;
import org.coupure.source.Intake;

/**
 * Puts a source's pages on a belt.
 *
 * @param belt where they go
 * @param clipper what is to be done with each
 */
record PageIntake(Belt belt, Function<Page, Clip> clipper) implements Intake {
  @Override
  public boolean page(Page page) {
    return belt.put(Job.free(page.bytes().length, () -> Defects.contained(page, clipper)));
  }

  @Override
  public boolean failed(Clip clip) {
    return belt.put(Job.free(0, () -> clip));
  }
}
