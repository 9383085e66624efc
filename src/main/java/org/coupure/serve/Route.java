package org.coupure.serve;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the service does. Immutable.
 *
 * @param method the HTTP method
 * @param path the path; a name in braces at its end stands for one more segment
 * @param access what a client must show
 * @param handler does it
 */
record Route(String method, String path, Access access, Handler handler) {
  /** What a client must show. */
  enum Access {
    /** Nothing: what the page itself consists of. */
    OPEN,
    /** The key, where there is one. */
    READ,
    /** The token of this start as well. */
    WRITE
  }

  /** Answers a call. */
  @FunctionalInterface
  interface Handler {
    void handle(HttpCall call) throws ProblemException, IOException;
  }

  /** Returns what {@code asked} has in place of the braces, "" for none, or null for no match. */
  @Nullable String match(String asked) {
    int brace = path.indexOf('{');
    if (brace < 0) {
      return asked.equals(path) ? "" : null;
    }
    boolean fits = asked.startsWith(path.substring(0, brace)) && asked.length() > brace;
    String rest = fits ? asked.substring(brace) : "/";
    return rest.contains("/") ? null : rest;
  }
}
