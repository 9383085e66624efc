package org.coupure.sink.parquet;

import java.io.IOException;
import java.nio.file.Path;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.SinkProvider;

/** Takes folders whose name ends in {@code .parquet}. */
public final class ParquetFolderProvider implements SinkProvider {
  @Override
  public boolean takes(String out) {
    return !out.contains("://") && out.replaceFirst("/+$", "").endsWith(".parquet");
  }

  @Override
  public String names() {
    return ".parquet";
  }

  @Override
  public ArticleSink open(String out, SinkOptions options) throws IOException {
    return ParquetFolder.open(Path.of(out), options);
  }
}
