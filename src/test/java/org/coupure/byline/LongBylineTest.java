package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.coupure.byline.BylineParser.Trust;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page may hold a byline of a megabyte. */
class LongBylineTest {
  private static final SiteNames SITE = SiteNames.of(List.of(), null);

  @ParameterizedTest
  @ValueSource(
      strings = {"By ", "Text: ", "By/", "Jane Roe, ", "(", "and ", "Photo: ", "A.", "記者："})
  void isReadInLinearTime(String piece) {
    String line = piece.repeat(1_000_000 / piece.length());
    BylineParser parser = BylineParser.bundled();

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(parser.read(line, SITE, Trust.STATED).authors()).isEmpty();
          assertThat(parser.team(line)).isNull();
          assertThat(parser.signingTeam(line)).isNull();
          assertThat(parser.names(line)).isEmpty();
          assertThat(parser.agencies(line)).isEmpty();
          assertThat(parser.nickname(line, SITE)).isNull();
          assertThat(parser.titledName(line)).isNull();
          parser.prefixes().behindBy(line);
          assertThat(parser.known(line, SITE)).isEmpty();
        });
  }
}
