package org.coupure.rules;

import java.time.Instant;
import java.util.List;
import org.coupure.block.Blocks;
import org.jspecify.annotations.Nullable;

/** All rules of a run, ready to be asked which of them fit a page. Immutable and thread-safe. */
public final class RuleBook {
  private RuleBook() {}

  /** Returns the rules and themes packed into the jar. */
  public static RuleBook bundled() {
    return new RuleBook();
  }

  /** Returns the rules for a page, the site's own first, then the themes whose marks it shows. */
  public List<Rule> match(@Nullable String url, @Nullable Instant captured, Blocks blocks) {
    return List.of();
  }
}
