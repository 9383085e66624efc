package org.coupure.cli;

import java.io.IOException;

/** Puts a run's inputs on a belt, until there are no more or no more are wanted. */
interface Feed {
  void run(Belt belt) throws IOException;
}
