package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsoupVersionTest {
  @Test
  void oursIsNewEnough() {
    assertThatCode(JsoupVersion::check).doesNotThrowAnyException();
  }

  @Test
  void anOldOneIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> JsoupVersion.check(OldParser.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "Coupure needs jsoup 1.22.1 or newer, but an older one comes first on the class path:")
        .hasMessageEndingWith(
            ". Name org.jsoup:jsoup 1.22.1 or newer as a dependency of your own, or put Coupure's"
                + " before it.");
  }

  /** As jsoup's Parser was before its depth could be bounded. */
  private static final class OldParser {}
}
