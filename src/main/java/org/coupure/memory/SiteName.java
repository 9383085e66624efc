package org.coupure.memory;

import java.util.List;
import java.util.Locale;
import org.coupure.page.Page;

/**
 * What pages of one site have in common: the host of their address without a leading {@code www.},
 * {@code m.}, {@code mobile.} or {@code amp.}; without an address the folder or archive that the
 * page lies in, with a final slash; nothing at all for standard input.
 */
final class SiteName {
  private static final List<String> SAME_SITE = List.of("www.", "m.", "mobile.", "amp.");

  /** DNS allows no longer names (RFC 1035, 2.3.4). */
  private static final int LONGEST_HOST = 253;

  /** Of longer folders the end is kept, which tells them apart better (characters). */
  private static final int LONGEST_FOLDER = 500;

  private SiteName() {}

  static String of(Page page) {
    String url = page.url();
    String host = url == null ? "" : host(url);
    return host.isEmpty() ? folder(page.source()) : host;
  }

  private static String host(String url) {
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return "";
    }
    int end = scheme + 3;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(scheme + 3, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    int port = host.indexOf(':', host.indexOf(']') + 1);
    host = port < 0 ? host : host.substring(0, port);
    for (String prefix : SAME_SITE) {
      // Not down to a bare "m.com".
      if (host.startsWith(prefix) && host.indexOf('.', prefix.length()) > 0) {
        host = host.substring(prefix.length());
        break;
      }
    }
    return host.length() > LONGEST_HOST ? "" : host;
  }

  private static String folder(String source) {
    int slash = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'));
    String folder = source.substring(0, slash + 1);
    return folder.substring(Math.max(0, folder.length() - LONGEST_FOLDER));
  }
}
