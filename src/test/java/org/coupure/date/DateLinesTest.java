package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.date.DateLines.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLinesTest {
  private static final DateLines LINES = DateLines.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Published on 14 March 2025 | PUBLISHED
          Updated: 14 March 2025 | MODIFIED
          14 March 2025 | BARE
          No date | NONE
          Joined 14 March 2025 | NONE
          By Jane Doe · Updated 14 March | MODIFIED
          This article was last updated on 14 March 2025. | MODIFIED
          The bridge was built on 14 March 2025. | BARE
          Is it 14 March 2025? | NONE
          What a day: 14 March 2025! | NONE
          one two three four five six seven eight nine ten eleven twelve thirteen fourteen 14 15 | BARE
          one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen 14 15 | NONE
          Jane Doe joined 14 March 2025 | NONE
          Rejoined 14 March 2025 | BARE
          """)
  void tellsLinesAboutDatesFromSentences(String line, Sort sort) {
    assertThat(LINES.sort(line)).isEqualTo(sort);
  }

  @Test
  void aLabelMayStandBehindASign() {
    assertThat(LINES.sort("By Jane Doe | Published on 14 March")).isEqualTo(Sort.PUBLISHED);
  }

  @Test
  void aLineHas160CharactersAndALabel60() {
    String line = "Published on 14 March 2025, ";
    assertThat(LINES.sort(line + "x".repeat(160 - line.length()))).isEqualTo(Sort.PUBLISHED);
    assertThat(LINES.sort(line + "x".repeat(161 - line.length()))).isEqualTo(Sort.NONE);
    assertThat(LINES.sort("Joined " + "x".repeat(50) + " 14 March 2025")).isEqualTo(Sort.NONE);
    assertThat(LINES.sort("x".repeat(60) + " joined 14 March 2025")).isEqualTo(Sort.NONE);
    assertThat(LINES.sort("Joined " + "x".repeat(60) + " 14 March 2025")).isEqualTo(Sort.NONE);
  }

  @Test
  void aLineWithTwoLabelsHasTwoParts() {
    assertThat(
            LINES.parts(
                "Updated 14 March 2025. First published 2 May 2019", DateLinesTest::isDated))
        .containsExactly("Updated 14 March 2025. ", "First published 2 May 2019");
    assertThat(LINES.parts("Published 14 March, updated 2025", DateLinesTest::isDated))
        .containsExactly("Published 14 March, ", "updated 2025");
    assertThat(LINES.parts("14 March 2025, 10:15 am", DateLinesTest::isDated)).hasSize(1);
    assertThat(LINES.parts("Published on 1", DateLinesTest::isDated)).hasSize(1);
    assertThat(LINES.parts("no date", DateLinesTest::isDated)).containsExactly("no date");
    assertThat(LINES.parts("10:15 | Updated 14 March", text -> text.contains("March")))
        .containsExactly("10:15 | Updated 14 March");
  }

  private static boolean isDated(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          This entry was posted on 14 March 2025 in News. | This entry was posted on 14 March 2025 in News.
          This entry was postponed on 14 March 2025. | ''
          This entry was posted | ''
          This entry was posted on 14 March 2025 and last updated on 15 March. | ''
          The entry was posted on 14 March 2025. | ''
          """)
  void findsTheSentenceThatClosesAText(String text, String found) {
    assertThat(String.valueOf((Object) LINES.closing(text)))
        .isEqualTo(found.isEmpty() ? "null" : found);
  }

  @Test
  void aClosingSentenceHas320CharactersOfWhichTheFirst160AreRead() {
    String text = "This entry was posted on 14 March 2025 in ";
    assertThat(LINES.closing(text + "x".repeat(320 - text.length()))).hasSize(160);
    assertThat(LINES.closing(text + "x".repeat(321 - text.length()))).isNull();
  }
}
