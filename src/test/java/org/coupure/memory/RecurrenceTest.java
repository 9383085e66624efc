package org.coupure.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
  @ParameterizedTest
  @CsvSource({
    // seen, since, pages: line, paragraph, everywhere
    "2, 0, 2, false, false, false",
    "3, 0, 3, true, false, false",
    "4, 0, 4, true, true, false",
    "4, 0, 5, true, false, false",
    "5, 0, 5, true, true, false",
    "8, 0, 40, false, false, false",
    "14, 0, 40, true, false, false",
    "22, 0, 40, true, true, true",
    // A new design: on all of the last hundred of a thousand pages.
    "100, 900, 1000, true, true, true",
    // Three stories in a row are no design yet.
    "3, 997, 1000, false, false, false",
    "17, 983, 1000, true, false, false"
  })
  void asksForMoreOfParagraphsThanOfLines(
      int seen, int since, int pages, boolean line, boolean paragraph, boolean everywhere) {
    Recurrence recurrence = Recurrence.of(seen, since, pages);

    assertThat(recurrence.isBoilerplate()).isEqualTo(line);
    assertThat(recurrence.isBoilerplateText()).isEqualTo(paragraph);
    assertThat(recurrence.isEverywhere()).isEqualTo(everywhere);
  }
}
