package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code clean --dedup} and {@code --copies}. */
class DedupOptionTest {
  private static final String TEXT =
      "The bridge over the river was closed on Monday morning, as the town hall announced. Engineers"
          + " had found cracks in two of its four pillars during an inspection. The town expects the"
          + " work to take half a year, and has asked the state for money to pay for it.";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    page("a", TEXT);
    page("b", TEXT);
    page("c", "VALLEY, Tuesday. " + TEXT + " Nobody knows what comes next.");
  }

  private void page(String name, String text) throws IOException {
    Files.writeString(
        folder.resolve(name + ".html"),
        "<html lang=en><title>Bridge</title><article><h1>Bridge</h1><p>%s</p></article></html>"
            .formatted(text.replace(". ", ".</p><p>")));
  }

  private Session clean(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "clean";
    words[1] = folder.toString();
    System.arraycopy(options, 0, words, 2, options.length);
    return Session.of(words);
  }

  @Test
  void nothingIsAskedForUnlessWanted() {
    assertThat(clean().out()).doesNotContain("\"duplicate\",").hasLineCount(3);
  }

  @Test
  void exactCopiesAreLinkedToTheFirst() {
    String[] lines = clean("--dedup", "exact").out().split("\n", -1);

    assertThat(lines[0]).contains("\"outcome\":\"clipped\"").contains("\"of\":null");
    assertThat(lines[1]).contains("\"outcome\":\"duplicate\"").doesNotContain("\"of\":null");
    assertThat(lines[2]).contains("\"outcome\":\"clipped\"").contains("\"of\":null");
  }

  @Test
  void copiesAreDroppedWhenAsked() {
    assertThat(clean("--dedup", "exact", "--copies", "drop").out()).hasLineCount(2);
    Session near = clean("--dedup", "near", "--copies", "drop");
    assertThat(near.out()).hasLineCount(1);
    assertThat(near.err()).contains("2 copies dropped");
  }

  @Test
  void anUnknownWayIsSaid() {
    assertThat(clean("--dedup", "fuzzy").err())
        .contains("--dedup wants one of off, url, exact, near, not \"fuzzy\".");
  }
}
