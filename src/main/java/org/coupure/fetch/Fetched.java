package org.coupure.fetch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.article.Clip;
import org.coupure.page.Page;

/** How one request ended. */
public sealed interface Fetched {

  /**
   * An answer with a page in it.
   *
   * @param page the page, its address being the last after redirects, its source the one asked for
   * @param status the HTTP status, 200 to 205
   * @param headers the answer's headers as sent, names in lower case and sorted; {@code
   *     content-encoding} and {@code content-length} speak of the bytes on the wire, not of the
   *     page's
   */
  record Answered(Page page, int status, Map<String, List<String>> headers) implements Fetched {
    public Answered {
      Map<String, List<String>> sorted = new TreeMap<>();
      headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
      headers = Collections.unmodifiableMap(sorted);
    }
  }

  /**
   * No page, and why.
   *
   * @param clip outcome, reason and detail, with a stub of a record
   */
  record Refused(Clip clip) implements Fetched {}
}
