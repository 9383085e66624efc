package org.coupure.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/** How one request ended. */
public sealed interface Fetched {
  /** Returns how long the server took, by the fetcher's clock, body included; never negative. */
  Duration took();

  /**
   * An answer with a page in it.
   *
   * @param page the page, its URL being the last after redirects, its source the one asked for
   * @param status the HTTP status, 200 to 205
   * @param headers the answer's headers as sent, names in lower case and sorted; {@code
   *     content-encoding} and {@code content-length} speak of the bytes on the wire, not of the
   *     page's
   */
  record Answered(Page page, int status, Map<String, List<String>> headers, Duration took)
      implements Fetched {
    public Answered {
      Map<String, List<String>> sorted = new TreeMap<>();
      headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
      headers = Collections.unmodifiableMap(sorted);
    }

    /** Returns what to show the server the next time. */
    public Validators validators() {
      return Validators.of(headers);
    }
  }

  /**
   * The page is what it was when the request's validators were noted (status 304).
   *
   * @param url the URL that answered, after redirects
   * @param validators what to show the server the next time
   */
  record NotModified(String url, Validators validators, Duration took) implements Fetched {}

  /**
   * No page, and why.
   *
   * @param clip outcome, reason and detail, with a stub of a record
   * @param status the HTTP status, 0 when there was no answer
   * @param comeBack before when the server, or its host's state, asks not to be asked again; null
   *     when nothing was said
   */
  record Refused(Clip clip, int status, @Nullable Instant comeBack, Duration took)
      implements Fetched {
    public Reason reason() {
      return clip.reason();
    }
  }
}
