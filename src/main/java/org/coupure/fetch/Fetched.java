package org.coupure.fetch;

import java.util.List;
import java.util.Map;
import org.coupure.article.Clip;
import org.coupure.page.Page;

/** How one request ended. */
public sealed interface Fetched {

  /**
   * An answer with a page in it.
   *
   * @param page the page, its address being the last after redirects
   * @param status the HTTP status
   * @param headers the answer's headers, names in lower case
   */
  record Answered(Page page, int status, Map<String, List<String>> headers) implements Fetched {}

  /**
   * No page, and why.
   *
   * @param clip outcome, reason and detail, with a stub of a record
   */
  record Refused(Clip clip) implements Fetched {}
}
