package org.coupure.rules;

import java.util.List;
import org.coupure.block.Ballot;
import org.jsoup.nodes.Document;

/** What a person wrote for a site or a theme, compiled. Immutable and thread-safe. */
public final class Rule {
  private final String name;

  Rule(String name) {
    this.name = name;
  }

  /** Returns the rule's name as records show it, such as {@code themes/tagdiv}. */
  public String name() {
    return name;
  }

  /** Returns what the rule's field selectors find in {@code document}, which is not changed. */
  public Fields fields(Document document) {
    return new Fields(null, List.of(), null);
  }

  /** Drops what the rule removes and keeps what it calls content; leaves the rest open. */
  public void judge(Ballot ballot) {}
}
