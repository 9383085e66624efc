package org.coupure.memory;

import org.coupure.page.Page;
import org.coupure.page.Site;
import org.coupure.page.Url;

/**
 * What pages of one site have in common: the site's name as {@link Site#name} has it; without a url
 * the folder or archive that the page lies in, with a final slash; nothing at all for standard
 * input.
 */
final class SiteKey {
  /** Of longer folders the end is kept, which tells them apart better (characters). */
  private static final int LONGEST_FOLDER = 500;

  private SiteKey() {}

  static String of(Page page) {
    String host = Url.host(page.url());
    return host == null ? folder(page.source()) : Site.name(host);
  }

  /** Returns the key that pages have now whose key was {@code stored} in an older file. */
  static String current(String stored) {
    return stored.indexOf('/') < 0 && stored.indexOf('\\') < 0 ? Site.name(stored) : stored;
  }

  private static String folder(String source) {
    int slash = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'));
    String folder = source.substring(0, slash + 1);
    return folder.substring(Math.max(0, folder.length() - LONGEST_FOLDER));
  }
}
