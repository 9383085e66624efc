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
 * @param passed counts the files that are no pages
 */
record PageIntake(Belt belt, Function<Page, Clip> clipper, PassedOver passed) implements Intake {
  @Override
  public boolean page(Page page) {
    return belt.put(Job.free(page.bytes().length, () -> Defects.contained(page, clipper)));
  }

  @Override
  public boolean failed(Clip clip) {
    return belt.put(Job.free(0, () -> clip));
  }

  @Override
  public void passedOver(String source, String kind) {
    passed.add(kind);
  }
}
