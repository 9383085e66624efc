package org.coupure.fetch;

import java.time.Instant;
import okhttp3.HttpUrl;

/** Reads what sites say of robots from texts, for tests of other packages. */
public final class SiteFileText {
  private SiteFileText() {}

  /** Reads a robots.txt, and what it says of some pages. */
  public static void robots(String text) {
    RobotsRules rules =
        RobotsRules.of(RobotsFile.of(RobotsFile.Kind.RULES, text, Instant.EPOCH), "coupure");
    rules.allows(HttpUrl.get("https://example.org/"));
    rules.allows(HttpUrl.get("https://example.org/a/b.html?c=%C3%A9"));
    rules.crawlDelay();
  }

  /** Reads a tdmrep.json. */
  public static void tdm(String text) {
    TdmRules.of(TdmFile.of(text, Instant.EPOCH));
  }
}
