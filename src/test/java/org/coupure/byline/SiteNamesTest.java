package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNamesTest {
  private static final SiteNames SITE =
      SiteNames.of(List.of("The Daily Example", "TDE!"), "www.example.co.uk");

  @ParameterizedTest
  @CsvSource({
    "The Daily Example, true",
    "the daily-example, true",
    "TDE, true",
    "Example, true",
    "example.co.uk, true",
    "The Daily, true",
    "The, false",
    "Example News, true",
    "Example of the day, true",
    "Example of the day here, false",
    "Example 123456789012, true",
    "Example 1234567890123, false",
    "TDE News, false",
    "Another Paper, false",
    "'…', false",
  })
  void knowsNamesOfTheSite(String text, boolean name) {
    assertThat(SITE.is(text)).isEqualTo(name);
  }

  @Test
  void tellsExactNamesFromThoseThatThePageStates() {
    assertThat(SITE.isExactly("example")).isTrue();
    assertThat(SITE.isStated("example")).isFalse();
    assertThat(SITE.isStated("the daily example")).isTrue();
    assertThat(SITE.isExactly("daily example")).isFalse();

    SiteNames also = SITE.alsoCalled(List.of("The Paper"));

    assertThat(also.isStated("The Paper")).isTrue();
    assertThat(also.isExactly("The Paper")).isTrue();
    assertThat(SITE.isStated("The Paper")).isFalse();
    assertThat(also.name()).isEqualTo("The Daily Example");
    assertThat(SITE.alsoCalled(List.of())).isSameAs(SITE);
  }

  @Test
  void aSiteWithoutNameOrHostHasNone() {
    SiteNames none = SiteNames.of(List.of(), null);

    assertThat(none.name()).isNull();
    assertThat(none.is("Example")).isFalse();
    assertThat(none.isPersonal()).isFalse();
    assertThat(none.isHostName("example.org")).isFalse();
  }

  @Test
  void sitesOnPlatformsArePersonal() {
    assertThat(SiteNames.of(List.of(), "jane.wordpress.com").isPersonal()).isTrue();
    assertThat(SiteNames.of(List.of(), "jane.blogspot.fr").isPersonal()).isTrue();
    assertThat(SiteNames.of(List.of(), "wordpress.com").isPersonal()).isFalse();
  }

  @Test
  void aHostMayBearAPersonsName() {
    SiteNames roe = SiteNames.of(List.of(), "janeroes.example.org");
    SiteNames jane = SiteNames.of(List.of(), "jane.example.org");

    assertThat(roe.isCalledAfter("Jane Roes")).isTrue();
    assertThat(jane.isCalledAfter("Jane Roe")).isTrue();
    assertThat(jane.isCalledAfter("Ann Roe")).isFalse();
    assertThat(SiteNames.of(List.of(), "roe.example.org").isCalledAfter("Jane Roe")).isFalse();
    assertThat(SiteNames.of(List.of(), "jo.example.org").isCalledAfter("jo")).isFalse();
  }

  @Test
  void knowsItsHostByName() {
    assertThat(SITE.isHostName("example.com")).isTrue();
    assertThat(SITE.isHostName("other.com")).isFalse();
    assertThat(SITE.isHostName("example")).isFalse();
    assertThat(SITE.isHostName(".example")).isFalse();
    assertThat(SITE.isHostName("example. com")).isFalse();
  }
}
