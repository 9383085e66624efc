package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who signs together. */
class TeamsTest {
  private static final BylineWords WORDS = BylineWords.load();
  private static final CollectiveAuthors TEAMS = new CollectiveAuthors(WORDS, new Prefixes(WORDS));

  @ParameterizedTest
  @CsvSource({
    "By The Weekend Team, The Weekend Team",
    "Region Redaktion, Region Redaktion",
    "By Harbour Desk May 4 2025, ",
    "Editorial Staff, ",
    "News Desk, ",
    "Redaktion, ",
    "Contributors to many projects, ",
    "Jane Roe, "
  })
  void namesATeamThatSaysWhich(String raw, @Nullable String team) {
    assertThat(TEAMS.team(raw)).isEqualTo(team);
  }

  @ParameterizedTest
  @CsvSource({
    "Von der Redaktion, Redaktion",
    "By Editorial Staff, Editorial Staff",
    "Staff and news service reports, Staff and news service reports",
    "Redaktion Example, ",
    "By News Desk, News Desk",
    "Web Desk, Web Desk",
    "By Staff Reporter, Staff Reporter",
    "Автор: Редакция, Редакция",
    "編集部, 編集部",
    "编辑部, 编辑部",
    "نیوز ڈیسک, نیوز ڈیسک",
    "गाँव डेस्क, ",
    "न्यूज़ डेस्क, न्यूज़ डेस्क",
    "Oleh Redaksi, Redaksi",
    "Editor, ",
    "admin, ",
    "Jane Roe, "
  })
  void readsAnOfficeThatSignsAsNothingElse(String raw, @Nullable String desk) {
    assertThat(TEAMS.desk(raw)).isEqualTo(desk);
  }
}
