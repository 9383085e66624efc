package org.coupure.store;

import java.io.IOException;
import java.nio.file.Path;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.SinkProvider;

/**
 * Takes files that end in {@code .sqlite} or {@code .db}, whose records any SQLite program can
 * read; a file that is a compressed store stays one.
 */
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
    return ArticleDatabase.open(Path.of(out), "database", false, options.notices());
  }
}
