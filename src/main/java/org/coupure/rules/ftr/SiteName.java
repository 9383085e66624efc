package org.coupure.rules.ftr;

import java.util.Locale;
import java.util.regex.Pattern;
import org.coupure.page.Site;
import org.jspecify.annotations.Nullable;

/**
 * What a site file's name says: {@code example.org.txt} is for that host, with or without {@code
 * www.}; {@code .example.org.txt} for the hosts below it.
 *
 * @param host in lower case
 * @param below whether only the hosts below it are meant
 */
record SiteName(String host, boolean below) {
  private static final String ENDING = ".txt";
  private static final String WWW = "www.";

  /** Returns what a file's name says, or null when it names no host. */
  static @Nullable SiteName of(String file) {
    if (!file.endsWith(ENDING)) {
      return null;
    }
    String name = file.substring(0, file.length() - ENDING.length()).toLowerCase(Locale.ROOT);
    boolean below = name.startsWith(".");
    String host = below ? name.substring(1) : name;
    if (!below && host.startsWith(WWW) && host.indexOf('.', WWW.length()) > 0) {
      host = host.substring(WWW.length());
    }
    // The rest of what makes a host is checked with the rule.
    return host.matches("[^.\\s/]+(\\.[^.\\s/]+)+") ? new SiteName(host, below) : null;
  }

  /** Returns the name of the rule's file. */
  String rule() {
    return (below ? "any." : "") + host + ".yaml";
  }

  /** Returns the rule's host as {@code match} has it. */
  String match() {
    if (below) {
      return "*." + host;
    }
    // A rule is for no public suffix, though some of them, such as gov.uk, have a site.
    return Site.isPublicSuffix(host) ? WWW + host : host;
  }

  /** Returns the URLs that are meant of the host and all below it, or null when all are. */
  @Nullable String urls() {
    return below ? null : "re:(?i)^https?://(www\\.)?" + host.replace(".", "\\.") + "[:/]";
  }

  /** Returns whether a URL in {@code url} is on this site. */
  boolean has(String url) {
    String bare = WWW + host;
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.matches("https?://([^/]*\\.)?" + Pattern.quote(host) + "(/.*)?")
        || lower.equals(bare);
  }
}
