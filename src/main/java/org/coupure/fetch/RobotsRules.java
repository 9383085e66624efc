package org.coupure.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import org.coupure.article.Rights;
import org.jspecify.annotations.Nullable;

/** A robots.txt, read for one visitor. Immutable. */
final class RobotsRules {
  private final RobotsFile file;
  private final @Nullable BaseRobotRules rules;
  private final Rights stated;

  private RobotsRules(RobotsFile file, @Nullable BaseRobotRules rules, Rights stated) {
    this.file = file;
    this.rules = rules;
    this.stated = stated;
  }

  /**
   * Reads {@code file}.
   *
   * @param product the visitor's product token (RFC 9309 section 2.2.1), lower case
   */
  static RobotsRules of(RobotsFile file, String product) {
    if (file.kind() != RobotsFile.Kind.RULES) {
      return new RobotsRules(file, null, Rights.UNSTATED);
    }
    byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
    BaseRobotRules rules =
        new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
            .parseContent("", text, "text/plain", List.of(product));
    return new RobotsRules(file, rules, RobotsSignals.read(file.text(), product));
  }

  RobotsFile file() {
    return file;
  }

  boolean allows(HttpUrl url) {
    return rules == null ? file.kind() == RobotsFile.Kind.ABSENT : rules.isAllowed(url.toString());
  }

  /** Returns the pause that it asks for, or null. */
  @Nullable Duration crawlDelay() {
    long millis = rules == null ? 0 : rules.getCrawlDelay();
    return millis > 0 ? Duration.ofMillis(millis) : null;
  }

  Rights rights() {
    return stated;
  }

  /** Returns about how many bytes it takes up. */
  int weight() {
    return 500 + 4 * file.text().length();
  }
}
