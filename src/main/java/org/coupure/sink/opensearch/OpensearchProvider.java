package org.coupure.sink.opensearch;

import java.io.IOException;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.SinkProvider;
import org.coupure.sink.TargetUrl;

/** Takes {@code opensearch+https://user:password@host:port/index}, and the same with http. */
public final class OpensearchProvider implements SinkProvider {
  @Override
  public boolean takes(String out) {
    return out.startsWith("opensearch+http://") || out.startsWith("opensearch+https://");
  }

  @Override
  public String names() {
    return "opensearch+http(s)://";
  }

  @Override
  public ArticleSink open(String out, SinkOptions options) throws IOException {
    return new OpensearchSink(TargetUrl.parse(out, System.getenv()), options);
  }
}
