package org.coupure.page;

import java.security.CodeSource;
import org.jsoup.parser.Parser;

/**
 * Whether the jsoup on the class path is new enough. A program that brings an older one would meet
 * a {@link NoSuchMethodError} in its first page; this check reports it at once, with what to do.
 */
final class JsoupVersion {
  /** The first version with all methods that we call. */
  private static final String OLDEST = "1.22.1";

  private JsoupVersion() {}

  /**
   * Looks for the youngest method that we call.
   *
   * @throws IllegalStateException if it is missing
   */
  static void check() {
    check(Parser.class);
  }

  /** Looks for the method in {@code parser}, which is jsoup's class of that name. */
  static void check(Class<?> parser) {
    try {
      parser.getMethod("setMaxDepth", int.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(complaint(parser), e);
    }
  }

  private static String complaint(Class<?> parser) {
    Package jsoup = parser.getPackage();
    String version = jsoup == null ? null : jsoup.getImplementationVersion();
    CodeSource source = parser.getProtectionDomain().getCodeSource();
    return "Coupure needs jsoup "
        + OLDEST
        + " or newer, but "
        + (version == null ? "an older one" : version)
        + " comes first on the class path"
        + (source == null ? "" : ": " + source.getLocation())
        + ". Name org.jsoup:jsoup "
        + OLDEST
        + " or newer as a dependency of your own, or put Coupure's before it.";
  }
}
