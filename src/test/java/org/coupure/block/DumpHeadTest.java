package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.text.LabelledLine;
import org.coupure.text.LabelledLine.Field;
import org.junit.jupiter.api.Test;

class DumpHeadTest {
  private static final String TEXT =
      "The river left its bed on Monday night, and three villages were cut off, the prefect said.";

  @Test
  void isTheHeadOfAMail() {
    DumpHead head =
        head(
            "From: desk@flood.example",
            "Subject: The river rises",
            "Date: Sat, 14 Mar 2009 06:12:00 +0000",
            "X-Spam-Level: none",
            TEXT);

    assertThat(head.end()).isEqualTo(4);
    assertThat(head.title()).isEqualTo(1);
    assertThat(head.line(3)).isEqualTo(new LabelledLine(Field.OTHER, "X-Spam-Level: none"));
  }

  @Test
  void isFrontMatterWithItsFencesAndLists() {
    DumpHead head =
        head(
            "---",
            "title: \"River\"",
            "authors:",
            "  - Jane Doe",
            "mood: wet",
            "---",
            "# River",
            TEXT);

    assertThat(head.end()).isEqualTo(6);
    assertThat(head.line(3)).isEqualTo(new LabelledLine(Field.AUTHOR, "Jane Doe"));
    assertThat(head.line(5)).isNull();
  }

  @Test
  void isBelowTheHeadlineInArchivesOfNewspapers() {
    DumpHead head =
        head(
            "1 of 9 DOCUMENTS",
            "The Flood",
            "The river rises again",
            "BYLINE: Jane Doe",
            "SECTION: NEWS; Pg. 7",
            "LENGTH: 195 words",
            TEXT);

    assertThat(head.start()).isEqualTo(3);
    assertThat(head.title()).isEqualTo(2);
  }

  @Test
  void isNoBylineAndDateBelowAStandfirst() {
    assertThat(
            head("River", "It rose at night", "Author: Jane Doe", "Date: 2009-03-14", TEXT).end())
        .isZero();
  }

  @Test
  void isNoHeadlineWithAColon() {
    assertThat(head("Subject: the river", TEXT).end()).isZero();
    assertThat(head(TEXT).end()).isZero();
    assertThat(head("").end()).isZero();
  }

  @Test
  void isAUrlAlone() {
    DumpHead head = head("https://flood.example/river", "The river rises again", TEXT);

    assertThat(head.end()).isEqualTo(1);
    assertThat(head.title()).isEqualTo(-1);
  }

  private static DumpHead head(String... lines) {
    return DumpHead.of(TextSegmenter.segment(String.join("\n", lines)));
  }
}
