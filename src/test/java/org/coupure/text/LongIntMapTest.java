package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIntMapTest {
  @Test
  void holdsWhatAMapHolds() {
    Map<Long, Integer> truth = new HashMap<>();
    LongIntMap map = new LongIntMap(1);
    Random random = new Random(7);

    for (int i = 1; i < 2000; i++) {
      long key = random.nextInt(700) + 1L << random.nextInt(2) * 32;
      Integer before = truth.put(key, i);
      assertThat(map.put(key, i)).isEqualTo(before == null ? 0 : before);
    }

    truth.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    assertThat(map.size()).isEqualTo(truth.size());
    assertThat(map.get(-1)).isZero();
  }

  @Test
  void keysOfOneSlotDoNotMix() {
    LongIntMap map = new LongIntMap(4);

    map.put(1, 10);
    map.put(1L << 32, 20);

    assertThat(map.get(1)).isEqualTo(10);
    assertThat(map.get(1L << 32)).isEqualTo(20);
  }
}
