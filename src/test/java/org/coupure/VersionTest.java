package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @Test
  void theBuildAndTheLibraryNameTheSameVersion() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(Jsoup.parse(pom, "", Parser.xmlParser()).selectFirst("project > version").text())
        .isEqualTo(Clipper.VERSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark", "tika", "nutch"})
  void theAdaptersHaveTheSameVersion(String adapter) throws IOException {
    String pom = Files.readString(Path.of("adapters", adapter, "pom.xml"));

    assertThat(Jsoup.parse(pom, "", Parser.xmlParser()).selectFirst("project > version").text())
        .isEqualTo(Clipper.VERSION);
  }
}
