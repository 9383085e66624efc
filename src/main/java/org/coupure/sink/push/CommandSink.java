package org.coupure.sink.push;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.coupure.sink.TargetUnavailableException;

/** Runs a program for each record; one that fails is run again later. */
final class CommandSink extends PushSink {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Push.Command push;

  CommandSink(Push.Command push) {
    super(push.name());
    this.push = push;
  }

  @Override
  void tell(String delivery, byte[] record) throws IOException {
    Map<String, String> environment = Map.of("COUPURE_DELIVERY", delivery);
    String failure = PushCommand.run(push.command(), record, environment, PATIENCE);
    if (failure != null) {
      throw new TargetUnavailableException(push.name() + ": " + failure, null);
    }
  }
}
