package org.coupure.sink.kafka;

import java.io.IOException;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.SinkProvider;
import org.coupure.sink.TargetUrl;

/** Takes {@code kafka://host:port,host:port/topic}. */
public final class KafkaProvider implements SinkProvider {
  @Override
  public boolean takes(String out) {
    return out.startsWith("kafka://");
  }

  @Override
  public String names() {
    return "kafka://";
  }

  @Override
  public ArticleSink open(String out, SinkOptions options) throws IOException {
    return new KafkaSink(TargetUrl.parse(out, System.getenv()), options);
  }
}
