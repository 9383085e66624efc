package org.coupure.sink;

import java.io.IOException;
import java.nio.file.Path;

/** Takes files that end in {@code .sqlite} or {@code .db}. */
public final class ArticleDatabaseProvider implements SinkProvider {
  @Override
  public boolean takes(String out) {
    return out.endsWith(".sqlite") || out.endsWith(".db");
  }

  @Override
  public String names() {
    return ".sqlite, .db";
  }

  @Override
  public ArticleSink open(String out, SinkOptions options) throws IOException {
    return ArticleDatabase.open(Path.of(out));
  }
}
