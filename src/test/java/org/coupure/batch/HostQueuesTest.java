package org.coupure.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostQueuesTest {
  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");

  private final Map<String, Instant> gate = new HashMap<>();
  private final List<Named> later = new ArrayList<>();

  private final HostQueues<Named> queues =
      new HostQueues<>(
          host -> gate.getOrDefault(host, NOW), host -> later.isEmpty() ? List.of() : take());

  private List<Named> take() {
    List<Named> taken = List.copyOf(later);
    later.clear();
    return taken;
  }

  private record Named(String name, String host) implements PageTask {
    @Override
    public Optional<Instant> proceed() {
      return Optional.empty();
    }
  }

  private static Named a(String name) {
    return new Named(name, "a.example");
  }

  private static TaskResult<Named> done(Named task) {
    return new TaskResult<>(task, null, null);
  }

  @Test
  void givesOneTaskOfAHostAtATime() {
    queues.add(a("1"));
    queues.add(a("2"));

    assertThat(queues.take(NOW)).isEqualTo(a("1"));
    assertThat(queues.take(NOW)).isNull();
    queues.giveBack(done(a("1")));
    assertThat(queues.take(NOW)).isEqualTo(a("2"));
  }

  @Test
  void leavesAHostAloneUntilItsGateOpens() {
    gate.put("a.example", NOW.plusSeconds(5));
    queues.add(a("1"));

    assertThat(queues.take(NOW)).isNull();
    assertThat(queues.nextWake()).contains(NOW.plusSeconds(5));
    assertThat(queues.take(NOW.plusSeconds(5))).isEqualTo(a("1"));
  }

  @Test
  void goesOnWithWhatWasBegunBeforeWhatCameSince() {
    queues.add(a("begun"));
    Named begun = queues.take(NOW);
    queues.addFirst(a("urgent"));

    queues.giveBack(new TaskResult<>(begun, NOW.plusSeconds(1), null));

    assertThat(queues.take(NOW)).isNull();
    assertThat(queues.take(NOW.plusSeconds(1))).isEqualTo(a("begun"));
  }

  @Test
  void putsTheFirstBeforeThoseThatWait() {
    queues.add(a("1"));
    queues.addFirst(a("urgent"));

    assertThat(queues.take(NOW)).isEqualTo(a("urgent"));
  }

  @Test
  void loadsMoreOnlyWhenNothingElseWaits() {
    later.add(a("later"));
    queues.more("a.example");
    queues.add(a("1"));

    queues.giveBack(done(queues.take(NOW)));

    assertThat(later).hasSize(1);
    assertThat(queues.take(NOW)).isEqualTo(a("later"));
  }

  @Test
  void forgetsAHostOfWhichNothingCanBeLoaded() {
    queues.more("a.example");

    assertThat(queues.take(NOW)).isNull();
    assertThat(queues.nextWake()).isEmpty();
  }

  @Test
  void hostsComeInTheOrderInWhichTheyMayBeAsked() {
    gate.put("a.example", NOW.minusSeconds(1));
    gate.put("b.example", NOW.minusSeconds(2));
    queues.add(a("1"));
    queues.add(new Named("2", "b.example"));

    assertThat(queues.take(NOW).host()).isEqualTo("b.example");
  }

  /** Within a transaction the gate may be held by who waits for the transaction's end. */
  @Test
  void addingAsksNoGate() {
    List<String> asked = new ArrayList<>();
    HostQueues<Named> watched =
        new HostQueues<>(
            host -> {
              asked.add(host);
              return NOW;
            },
            host -> List.of(a("more")));

    watched.add(a("1"));
    watched.addFirst(a("2"));
    watched.more("a.example");

    assertThat(asked).isEmpty();
    assertThat(watched.take(NOW)).isEqualTo(a("2"));
    assertThat(asked).containsExactly("a.example");
  }
}
