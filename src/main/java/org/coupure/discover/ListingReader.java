package org.coupure.discover;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.page.Content;
import org.coupure.page.Decoded;
import org.coupure.page.GzipMembers;
import org.coupure.page.Page;
import org.coupure.page.Url;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds, sitemaps, index pages and lists of URLs: tells them apart by what they hold, not by
 * what they are called. Never fails and never reads beyond its limits; entities and document type
 * definitions are not expanded. Immutable and thread-safe.
 */
public final class ListingReader {
  /** The size that sitemaps.org allows a sitemap when unpacked. */
  private static final int MAX_UNPACKED = 52_428_800;

  /** Everything but a sitemap is held in memory as a whole. */
  private static final int MAX_HELD = 10_000_000;

  /** Enough for the comments that some servers put before the root element. */
  private static final int PEEK = 8192;

  /** What sitemaps.org allows one sitemap; no feed or page comes near. */
  private static final int MAX_LINKS = 50_000;

  /** A line of what stands where it should not. */
  private static final int SHOWN = 120;

  /** What feeds and sitemaps begin with, wherever it stands. */
  private static final Pattern ROOT =
      Pattern.compile("<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\\s>]");

  /** What makes a web page of what stands before. */
  private static final Pattern DOCUMENT =
      Pattern.compile("<(?:!doctype html|html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);

  private final Canonical canonical;
  private final int maxLinks;
  private final Function<Page, Content> parser;

  /**
   * Makes a reader.
   *
   * @param canonical tells which URLs are one page
   * @param parser parses what is a web page, within its own limits
   */
  public ListingReader(Canonical canonical, Function<Page, Content> parser) {
    this(canonical, parser, MAX_LINKS);
  }

  ListingReader(Canonical canonical, Function<Page, Content> parser, int maxLinks) {
    this.canonical = canonical;
    this.parser = parser;
    this.maxLinks = maxLinks;
  }

  /**
   * Returns what {@code page} lists.
   *
   * @throws IllegalArgumentException if the page has no absolute http or https URL, against which
   *     links are read
   */
  public Listing read(Page page) {
    Url base = page.url() == null ? null : Url.parse(page.url());
    if (base == null) {
      throw new IllegalArgumentException("a listing needs its URL, " + page + " has none");
    }
    LinkList links = new LinkList(base, canonical, maxLinks);
    try (InputStream in = unpacked(page.bytes())) {
      in.mark(PEEK);
      byte[] head = in.readNBytes(PEEK);
      in.reset();
      Root root = Root.of(Decoded.of(head, page.contentType()).text());
      if (root == Root.SITEMAP) {
        return sitemap(in, head, page, base, links);
      }
      int junk = root == Root.HTML || root == Root.TEXT ? junk(head) : 0;
      return junk > 0
          ? behind(head, junk, in, page, links, base)
          : read(root, in, page, base, links);
    } catch (IOException damaged) {
      return Listing.unreadable("the packed listing is damaged: " + damaged.getMessage());
    }
  }

  /** Returns how many bytes stand before the listing's beginning, 0 if there is none behind. */
  private static int junk(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    Matcher root = ROOT.matcher(text);
    if (!root.find() || DOCUMENT.matcher(text.substring(0, root.start())).find()) {
      return 0;
    }
    int declaration = text.lastIndexOf("<?xml ", root.start());
    return declaration < 0 ? root.start() : declaration;
  }

  private Listing behind(byte[] head, int junk, InputStream in, Page page, LinkList links, Url base)
      throws IOException {
    in.skipNBytes(junk);
    byte[] rest = Arrays.copyOfRange(head, junk, head.length);
    Root root = Root.of(Decoded.of(rest, page.contentType()).text());
    Listing listing = read(root, in, page, base, links);
    String before = Decoded.of(Arrays.copyOf(head, junk), page.contentType()).text();
    String said = Jsoup.parse(before).text();
    String shown = said.substring(0, Math.min(said.length(), SHOWN));
    return listing.complaining("something stands before its beginning: " + shown);
  }

  private Listing read(Root root, InputStream in, Page page, Url base, LinkList links)
      throws IOException {
    if (root == Root.SITEMAP) {
      in.mark(PEEK);
      byte[] head = in.readNBytes(PEEK);
      in.reset();
      return sitemap(in, head, page, base, links);
    }
    byte[] bytes = in.readNBytes(MAX_HELD + 1);
    if (bytes.length > MAX_HELD) {
      return Listing.unreadable("the listing is larger than " + MAX_HELD + " bytes");
    }
    return switch (root) {
      case FEED -> FeedReader.read(Decoded.of(bytes, page.contentType()).text(), links);
      case JSON -> JsonFeed.read(Decoded.of(bytes, page.contentType()).text(), links);
      case TEXT -> UrlList.read(Decoded.of(bytes, page.contentType()).text(), links);
      default -> html(page, bytes, base, links);
    };
  }

  /** Reads a sitemap; a broken one once more, as far as it is held. */
  private Listing sitemap(InputStream in, byte[] head, Page page, Url base, LinkList links)
      throws IOException {
    int blanks = 0;
    while (blanks < head.length && " \t\r\n".indexOf(head[blanks]) >= 0) {
      blanks++;
    }
    in.skipNBytes(blanks);
    SitemapReader reader = new SitemapReader(links, base, canonical);
    Listing listing = reader.read(in, MAX_UNPACKED);
    if (!reader.isBroken()) {
      return listing;
    }
    try (InputStream again = unpacked(page.bytes())) {
      byte[] bytes = again.readNBytes(MAX_HELD);
      return reader.readBroken(Decoded.of(bytes, page.contentType()).text());
    } catch (IOException damaged) {
      return listing;
    }
  }

  private Listing html(Page page, byte[] bytes, Url base, LinkList links) {
    boolean packed = bytes.length != page.bytes().length;
    Page whole =
        packed
            ? Page.builder(page.source(), bytes)
                .url(page.url())
                .contentType(page.contentType())
                .build()
            : page;
    Content content = parser.apply(whole);
    if (content instanceof Content.Html html) {
      return new IndexPage(base, canonical).read(html.document(), links);
    }
    return Listing.unreadable(
        content instanceof Content.Unreadable why
            ? Objects.requireNonNull(why.detail())
            : "neither a feed nor a sitemap nor a page with links");
  }

  private static InputStream unpacked(byte[] bytes) throws IOException {
    boolean gzip = bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    InputStream in = new ByteArrayInputStream(bytes);
    return new BufferedInputStream(gzip ? new GzipMembers(in) : in, 2 * PEEK);
  }

  /** What the first characters say. */
  private enum Root {
    FEED,
    SITEMAP,
    JSON,
    HTML,
    TEXT;

    static Root of(String head) {
      String start = head.stripLeading();
      if (start.startsWith("{")) {
        return JSON;
      }
      String name = element(start);
      if (name == null) {
        return UrlList.looksLikeOne(start) ? TEXT : HTML;
      }
      String local = name.substring(name.indexOf(':') + 1);
      if (Arrays.asList("rss", "feed", "RDF", "rdf").contains(local)) {
        return FEED;
      }
      return local.equals("urlset") || local.equals("sitemapindex") ? SITEMAP : HTML;
    }

    /** Returns the name of the first element, or null when the text is no markup. */
    private static @Nullable String element(String text) {
      int at = text.startsWith("<") ? 0 : -1;
      while (at >= 0 && at + 1 < text.length()) {
        if (Character.isLetter(text.charAt(at + 1))) {
          int end = at + 1;
          while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
          }
          return text.substring(at + 1, end);
        }
        // Declarations, comments, document types.
        String close = text.startsWith("<!--", at) ? "-->" : doctypeEnd(text, at);
        int end = text.indexOf(close, at);
        at = end < 0 ? -1 : text.indexOf('<', end + close.length());
      }
      return at < 0 && !text.startsWith("<") ? null : "";
    }

    private static String doctypeEnd(String text, int at) {
      int subset = text.indexOf('[', at);
      int end = text.indexOf('>', at);
      return subset > 0 && subset < end ? "]>" : ">";
    }
  }
}
