package org.coupure.article;

import java.util.Locale;

/**
 * Why an input came to its {@link Outcome}: the closed list of codes that records, reports and
 * scripts rely on. The sentence for a person stands beside it, in {@link Clip#detail()}.
 */
public enum Reason {
  /** Nothing to explain: the page was clipped. */
  NONE,

  /** No block of the page was kept. */
  NO_TEXT,
  /** The input has no bytes, or white space only. */
  EMPTY_INPUT,
  /** The bytes are neither HTML nor text: an image, a PDF, an executable. */
  BINARY,

  /** More bytes than the limit. */
  TOO_LARGE,
  /** Elements nested deeper than the limit. */
  TOO_DEEP,
  /** More nodes than the limit. */
  TOO_MANY_NODES,
  /** More characters of text than the limit. */
  TOO_MUCH_TEXT,

  /** A file or folder that is not there. */
  NOT_FOUND,
  /** A file that may not be read, or whose reading failed. */
  UNREADABLE,
  /** Compressed or archived bytes that end too early. */
  TRUNCATED,
  /** An archive, a compressed file or a capture file that breaks its own format. */
  BAD_ARCHIVE,
  /** An archive with more entries than the limit. */
  TOO_MANY_ENTRIES,
  /** Compressed bytes that unpack to more than the limit: a bomb. */
  RATIO,
  /** An archive entry or a manifest line whose path leads out of its folder. */
  UNSAFE_PATH,
  /** A line that is not a JSON object, or lacks the keys it needs. */
  BAD_JSON,
  /** A kind of file that Coupure does not read. */
  UNSUPPORTED,

  /** A URL that is not an absolute http or https URL. */
  BAD_URL,
  /**
   * An address inside the network that the fetcher runs in, or a port that is not the web's:
   * refused lest a link reach what only insiders may.
   */
  UNSAFE_ADDRESS,
  /** The host's name has no URL. */
  DNS,
  /** No connection, or one that broke. */
  CONNECTION,
  /** The certificate or the handshake failed. */
  TLS,
  /** The call, or the page itself where pages have one, took longer than its time limit. */
  TIMEOUT,
  /** More redirects than the limit, or a redirect to nowhere. */
  REDIRECTS,
  /** An answer with a status other than success. */
  HTTP_STATUS,
  /** 401, 403, 407 or 451: the server refuses this visitor. */
  FORBIDDEN,
  /** 429, or a 503 that says when to come back. */
  RATE_LIMITED,
  /** The browser that was to run the page's scripts failed, took too long or is not there. */
  RENDER_FAILED,
  /** Not asked, because its host is left alone until later: it failed, or wanted a pause. */
  POSTPONED,
  /** The host's robots.txt forbids it, or can't be had, which forbids everything. */
  ROBOTS,
  /** The site reserves its text for other uses, and the settings say to obey. */
  RESERVED,
  /** A page that asks to prove to be a person. */
  CHALLENGE,
  /** A page that only asks for consent. */
  CONSENT,
  /** A list of other pages: a home page, a section, a tag, search results. */
  LISTING,
  /** A page that says that the page asked for is not there. */
  ERROR_PAGE,
  /** A page that only leads to another one, and names it. */
  REDIRECT_PAGE,
  /** A page that shows nothing before its scripts have run. */
  NEEDS_SCRIPTS,
  /** A page that says that the site's name is for sale: the site is no more. */
  PARKED,
  /** The site's rule says that the page is no article, such as native advertising. */
  NOT_ARTICLE,
  /** Only the beginning of the text is on the page. */
  STUB,
  /** The rule's {@code content} or an expected field was not found. */
  EXPECTATION,
  /** The rule has a mistake that came up with its first page; nothing of it counts. */
  RULE_MISTAKE,
  /** A plain-text dump whose text is less surely exact than was asked for. */
  UNSURE,
  /** The same text as an earlier record. */
  SAME_TEXT,

  /** A defect of Coupure itself; please report it with the input. */
  DEFECT;

  /** Returns whether the site let nobody, or not us, see the page. */
  public boolean shutsOut() {
    return this == ROBOTS || this == CHALLENGE || this == FORBIDDEN || this == RATE_LIMITED;
  }

  /**
   * Returns the name used in records and reports: lower case with hyphens, such as {@code
   * bad-json}.
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
