package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitSlotsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private final VisitSlots slots = new VisitSlots(2);

  /** A task that is never carried out, but told from others by its host. */
  private static FetchTask task(int number) {
    return new FetchTask.OfListing(null, "host" + number, null);
  }

  @Test
  void visitsThatTakeLongMakeRoomForOthers() {
    slots.begin(task(1), NOW);
    slots.begin(task(2), NOW.plusSeconds(1));

    assertThat(slots.hasRoom(NOW.plusSeconds(2))).isFalse();
    assertThat(slots.nextSlow(NOW.plusSeconds(2))).isEqualTo(Optional.of(NOW.plusSeconds(3)));
    assertThat(slots.hasRoom(NOW.plusSeconds(3))).isTrue();
  }

  @Test
  void thereIsAnEndToThem() {
    for (int i = 0; i < slots.most(); i++) {
      slots.begin(task(i), NOW);
    }

    assertThat(slots.hasRoom(NOW.plusSeconds(60))).isFalse();
    slots.end(task(0));
    assertThat(slots.hasRoom(NOW.plusSeconds(60))).isTrue();
  }
}
