package org.coupure.sink.postgresql;

import java.io.IOException;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.SinkProvider;
import org.coupure.sink.TargetUrl;

/** Takes {@code postgresql://user:password@host:port/database?table=article}. */
public final class PostgresqlProvider implements SinkProvider {
  @Override
  public boolean takes(String out) {
    return out.startsWith("postgresql://");
  }

  @Override
  public String names() {
    return "postgresql://";
  }

  @Override
  public ArticleSink open(String out, SinkOptions options) throws IOException {
    return new PostgresqlSink(TargetUrl.parse(out, System.getenv()), options);
  }
}
