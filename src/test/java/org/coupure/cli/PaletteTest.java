package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {
  @ParameterizedTest(name = "--color {0}, terminal {1}, {2}={3}: {4}")
  @CsvSource({
    "auto, true, A, b, true",
    "auto, false, A, b, false",
    "auto, true, NO_COLOR, 1, false",
    "auto, true, NO_COLOR, '', true",
    "auto, true, TERM, dumb, false",
    "auto, false, CLICOLOR_FORCE, 1, true",
    "auto, false, CLICOLOR_FORCE, 0, false",
    "auto, false, FORCE_COLOR, 3, true",
    "always, false, NO_COLOR, 1, true",
    "never, true, FORCE_COLOR, 1, false"
  })
  void decidesWhetherToColour(
      String choice, boolean shown, String name, String value, boolean expected)
      throws UsageException {
    assertThat(Palette.of(choice, shown, Map.of(name, value)).on()).isEqualTo(expected);
  }

  @Test
  void refusesOtherWords() {
    assertThatThrownBy(() -> Palette.of("yes", true, Map.of()))
        .hasMessage("--color wants auto, always or never, not \"yes\".");
  }

  @Test
  void paintsOnlyWhenOn() {
    assertThat(new Palette(true).red("no")).isEqualTo("\u001B[31mno\u001B[0m");
    assertThat(new Palette(false).red("no")).isEqualTo("no");
  }
}
