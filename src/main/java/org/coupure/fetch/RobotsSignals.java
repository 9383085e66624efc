package org.coupure.fetch;

import java.util.Locale;
import org.coupure.article.Rights;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a robots.txt says besides where to go: {@code Content-Signal} (contentsignals.org) and
 * {@code Content-Usage} (IETF aipref, a draft) of the visitor's group, else of everybody's; and the
 * {@code License} of the whole file (RSL 1.0). Used once, by one thread.
 */
final class RobotsSignals {
  private static final int LONGEST_VALUE = 1000;

  private final String product;

  /** The values of a group; the visitor's own group takes precedence over {@code *}. */
  private final Group own = new Group();

  private final Group everybody = new Group();
  private @Nullable String license;

  /** Lines that name agents follow each other and open one group together. */
  private boolean naming;

  private boolean inOwn;
  private boolean inEverybody;

  private RobotsSignals(String product) {
    this.product = product;
  }

  private static final class Group {
    private boolean named;
    private @Nullable String signal;
    private @Nullable String usage;
  }

  static Rights read(String text, String product) {
    RobotsSignals reader = new RobotsSignals(product);
    text.lines().forEach(reader::line);
    Group group = reader.own.named ? reader.own : reader.everybody;
    return new Rights(reader.license, null, null, null, group.signal, group.usage);
  }

  private void line(String line) {
    int comment = line.indexOf('#');
    String said = comment < 0 ? line : line.substring(0, comment);
    int colon = said.indexOf(':');
    if (colon < 0) {
      return;
    }
    String value = said.substring(colon + 1).strip();
    if (value.isEmpty() || value.length() > LONGEST_VALUE) {
      return;
    }
    switch (said.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
      case "user-agent" -> agent(value.toLowerCase(Locale.ROOT));
      case "content-signal" -> signal(value);
      case "content-usage" -> usage(value);
      case "license" -> license = license == null ? value : license;
      default -> naming = false;
    }
  }

  private void agent(String name) {
    if (!naming) {
      inOwn = false;
      inEverybody = false;
      naming = true;
    }
    inOwn |= name.equals(product);
    inEverybody |= name.equals("*");
    own.named |= inOwn;
  }

  private void signal(String value) {
    naming = false;
    if (inOwn && own.signal == null) {
      own.signal = value;
    }
    if (inEverybody && everybody.signal == null) {
      everybody.signal = value;
    }
  }

  private void usage(String value) {
    naming = false;
    if (inOwn && own.usage == null) {
      own.usage = value;
    }
    if (inEverybody && everybody.usage == null) {
      everybody.usage = value;
    }
  }
}
