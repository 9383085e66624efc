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
  /** Compressed bytes that unpack to more than the limit: a decompression bomb. */
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
   * An address inside the fetcher's own network, or a port that the web does not use. Refused so
   * that a link can't reach internal servers.
   */
  UNSAFE_ADDRESS,
  /** The host's name has no IP address. */
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
  /** The browser that should run the page's scripts failed, took too long or is not installed. */
  RENDER_FAILED,
  /** Not requested: the host failed or asked for a pause, so it is not visited until later. */
  POSTPONED,
  /** The host's robots.txt forbids it, or could not be fetched, which forbids everything. */
  ROBOTS,
  /** The site reserves its text for other uses, and the settings say to obey. */
  RESERVED,
  /** A page that asks visitors to prove that they are human. */
  CHALLENGE,
  /** A page that only asks for consent. */
  CONSENT,
  /** A list of other pages: a home page, a section, a tag, search results. */
  LISTING,
  /** A page that says that the requested page does not exist. */
  ERROR_PAGE,
  /** A page that only leads to another one, and names it. */
  REDIRECT_PAGE,
  /** A page that shows nothing before its scripts have run. */
  NEEDS_SCRIPTS,
  /** A page that says that the domain is for sale: the site no longer exists. */
  PARKED,
  /** The site's rule says that the page is not an article, such as native advertising. */
  NOT_ARTICLE,
  /** Only the beginning of the text is on the page. */
  STUB,
  /** The rule's {@code content} or an expected field was not found. */
  EXPECTATION,
  /** The rule has a mistake that showed with its first page; the whole rule is ignored. */
  RULE_MISTAKE,
  /** A plain-text dump whose text is less certain to be exact than was asked for. */
  UNSURE,
  /** The same text as an earlier record. */
  SAME_TEXT,

  /** A defect of Coupure itself; please report it with the input. */
  DEFECT;

  /** Returns whether the site refused the page, to everybody or to this visitor. */
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
