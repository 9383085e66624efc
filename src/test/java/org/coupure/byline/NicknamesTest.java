package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One word that signs a line. */
class NicknamesTest {
  private static final BylineParser NICKNAMES = BylineParser.bundled();
  private static final SiteNames SITE = SiteNames.of(List.of("Daily Example"), "example.org");

  @ParameterizedTest
  @CsvSource({
    "'by Wilhelmina \u00B7 20 May 2025, one comment', Wilhelmina",
    "Posted by BridgeFan on Friday, BridgeFan",
    "Verfasst von: Wilma | 31. Dezember 2008, Wilma",
    "By continuing you agree, ",
    "By Design we mean more than looks, ",
    "By Example.com, ",
    "by Editor on Friday, ",
    "by The | home, ",
    "By March 2025, ",
    "Wilhelmina, "
  })
  void readsAWordOnlyWhereNothingElseIsSaid(String line, @Nullable String name) {
    assertThat(NICKNAMES.nickname(line, SITE)).isEqualTo(name);
  }

  @Test
  void knowsTheOwnerOfASiteOnAPlatform() {
    SiteNames own = SiteNames.of(List.of(), "bridgefan.wordpress.com");
    SiteNames outlet = SiteNames.of(List.of(), "bridgefan.com");

    assertThat(NICKNAMES.nickname("Posted by bridgefan on Friday", own)).isEqualTo("bridgefan");
    assertThat(NICKNAMES.nickname("Posted by bridgefan on Friday", outlet)).isNull();
  }
}
