package org.coupure.sink;

import java.io.IOException;

/**
 * A kind of target besides files and folders of text, such as a database. Providers are found by
 * {@link java.util.ServiceLoader}, so that one is added by a class and a line in {@code
 * META-INF/services}; it needs a public constructor without parameters.
 */
public interface SinkProvider {
  /**
   * Returns whether {@code out} names a target of this kind.
   *
   * @param out as a person wrote it: a path or a URL
   */
  boolean takes(String out);

  /** Returns the endings or schemes that it takes, for messages, such as {@code .sqlite}. */
  String names();

  /**
   * Opens the sink for {@code out}; the caller closes it.
   *
   * @throws IOException if it can't be opened; the message names it and what to do
   */
  ArticleSink open(String out, SinkOptions options) throws IOException;
}
