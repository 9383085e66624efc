package org.coupure.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells feeds and site maps, which are lists of pages, from pages. */
public final class FeedMarkup {
  /** Comments and declarations in front of the first element are seldom longer. */
  private static final int HEAD = 4096;

  /** The first element of a feed or a site map, behind declarations and comments. */
  private static final Pattern ROOT =
      Pattern.compile(
          "(?:\u00ef\u00bb\u00bf)?\\s*+(?:<\\?[^>]{0,400}+>\\s*+|<!--[^>]{0,400}+>\\s*+)*+"
              + "<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)[\\s>]");

  private FeedMarkup() {}

  /** Returns whether {@code bytes} begin like a feed or a site map, in ASCII or what extends it. */
  public static boolean begins(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    return ROOT.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)).lookingAt();
  }
}
