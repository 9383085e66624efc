package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that only ask for scripts, patience, consent or proof, and enciphered ones. */
class StubPagesTest {
  private static final Path PAGES = Path.of("src/test/resources/org/coupure/stubs/pages.tsv");
  private static final Clipper CLIPPER = Clipper.create();
  private static final String PROSE =
      "<p>The council met on Monday to speak about the wall of the harbour, and of the money that"
          + " it would cost to build it anew before the next winter comes.</p>";

  static Stream<Arguments> stubs() throws IOException {
    return Files.readAllLines(PAGES).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arguments.of((Object[]) line.split("\t", 4)));
  }

  private static Clip clip(String language, String title, String body) {
    String html = "<!doctype html><html lang=%s><title>%s</title>%s";
    return CLIPPER.clip(
        Page.builder("page.html", html.formatted(language, title, body).getBytes(UTF_8)).build());
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("stubs")
  void saysWhatThePageIs(String reason, String language, String title, String body) {
    Clip clip = clip(language, title, body);

    assertThat(clip.reason().code()).isEqualTo(reason);
    assertThat(clip.outcome()).isNotEqualTo(Outcome.CLIPPED);
  }

  @Test
  void readsTheBeginningOfAnEncipheredArticle() {
    String sold = "<p>Wkh frxqflo vdlg wkdw lw zrxog qrw eh deoh wr sdb iru lw lq wkh hqg.</p>";
    String more =
        "<p>Wkh pdbru kdg dvnhg iru khos iurp wkh frxqwb, exw kh zdv wrog wkdw wkhuh lv qr prqhb iru lw.</p>";
    Clip clip = clip("en", "A wall", "<article><h1>A wall</h1>" + PROSE + sold + more);

    assertThat(clip.outcome()).isEqualTo(Outcome.PAYWALLED);
    assertThat(clip.detail()).contains("enciphered");
    assertThat(clip.article().text()).contains("The council met").doesNotContain("frxqflo");
  }

  @Test
  void namesAndForeignWordsAreNotEnciphered() {
    String names = "<p>Vrba Hrvat Krk Brno Plzeň Zwolle Gdynia Szczecin Hvar Split Zadar Pula.</p>";
    Clip clip = clip("en", "A list", "<article><h1>A list</h1>" + PROSE.repeat(3) + names);

    assertThat(clip.reason()).isEqualTo(Reason.NONE);
    assertThat(clip.article().text()).contains("Szczecin");
  }

  @Test
  void anArticleThatSpeaksOfRobotsAndScriptsIsOne() {
    String talk = "<p>“Click here to show that you are not a robot”, said the page.</p>";
    Clip clip = clip("en", "Robots", "<article><h1>Robots</h1>" + talk + PROSE.repeat(4));

    assertThat(clip.reason()).isEqualTo(Reason.NONE);
  }
}
