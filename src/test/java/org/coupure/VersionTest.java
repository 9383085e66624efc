package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void theBuildAndTheLibraryNameTheSameVersion() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(Jsoup.parse(pom, "", Parser.xmlParser()).selectFirst("project > version").text())
        .isEqualTo(Clipper.VERSION);
  }
}
