package org.coupure.cli;

import org.coupure.article.Clip;

final class ExplainPage {
  static String of(Clip clip) {
    return clip.toString();
  }
}
