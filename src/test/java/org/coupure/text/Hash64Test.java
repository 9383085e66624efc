package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Hash64Test {
  /** The test vectors of FNV-1a, by its authors. */
  @Test
  void isFnv1a() {
    assertThat(Hash64.of("")).isEqualTo(0xcbf29ce484222325L);
    assertThat(Hash64.of("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(Hash64.of("foobar")).isEqualTo(0x85944171f73967e8L);
  }
}
