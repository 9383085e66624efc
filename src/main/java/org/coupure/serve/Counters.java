package org.coupure.serve;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.coupure.article.Clip;

/** What the service did since it began, for Prometheus. Safe for any number of threads. */
final class Counters {
  private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final ClipGate gate;
  private final Supplier<String> more;

  /**
   * Makes counters at zero.
   *
   * @param more further metrics in Prometheus' text form
   */
  Counters(ClipGate gate, Supplier<String> more) {
    this.gate = gate;
    this.more = more;
  }

  void answered(String route, int status) {
    String labels = "route=\"" + route + "\",status=\"" + status + "\"";
    requests.computeIfAbsent(labels, key -> new LongAdder()).increment();
  }

  void clipped(Clip clip) {
    String labels = "outcome=\"" + clip.outcome().code() + "\"";
    outcomes.computeIfAbsent(labels, key -> new LongAdder()).increment();
  }

  /** Returns Prometheus' text form (version 0.0.4). */
  String metrics() {
    StringBuilder text = new StringBuilder();
    counter(text, "coupure_requests_total", "Requests by route and status.", requests);
    counter(text, "coupure_clips_total", "Pages by what became of them.", outcomes);
    gauge(text, "coupure_clips_running", "Pages being clipped.", gate.running());
    gauge(text, "coupure_clips_waiting", "Requests that wait for their turn.", gate.waiting());
    return text.append(more.get()).toString();
  }

  private static void counter(
      StringBuilder text, String name, String help, Map<String, LongAdder> values) {
    head(text, name, help, "counter");
    new TreeMap<>(values)
        .forEach(
            (labels, value) ->
                text.append(name)
                    .append('{')
                    .append(labels)
                    .append("} ")
                    .append(value.sum())
                    .append('\n'));
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    head(text, name, help, "gauge");
    text.append(name).append(' ').append(value).append('\n');
  }

  private static void head(StringBuilder text, String name, String help, String type) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
