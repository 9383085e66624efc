package org.coupure.sink;

import java.io.IOException;
import java.nio.file.Path;

/** Takes files that end in {@code .atom}: feeds of the newest records, with their full texts. */
public final class AtomFeedProvider implements SinkProvider {
  @Override
  public boolean takes(String out) {
    return out.endsWith(".atom");
  }

  @Override
  public String names() {
    return ".atom";
  }

  @Override
  public ArticleSink open(String out, SinkOptions options) throws IOException {
    return AtomFeed.open(Path.of(out));
  }
}
