package org.coupure.watch;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.coupure.fetch.Fetcher;

/** What the child of {@link KillTest} runs: one run over a configuration, until it is killed. */
final class KilledRun {
  private KilledRun() {}

  public static void main(String[] args) throws IOException {
    Configuration configuration = Configuration.load(Path.of(args[0]));
    Fetcher.Builder fetcher =
        Fetcher.builder("test", Clock.systemUTC())
            .dns(host -> List.of(InetAddress.getLoopbackAddress()));
    try (Watch watch = Watch.builder(configuration, Clock.systemUTC()).fetcher(fetcher).open()) {
      System.out.write('r');
      System.out.flush();
      Report report = watch.runOnce(true);
      System.out.write(report.waiting() == 0 ? 'd' : 'w');
      System.out.flush();
    }
  }
}
