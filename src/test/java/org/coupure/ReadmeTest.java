package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coupure.article.Clip;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

/** The three lines of the README do what they say. */
class ReadmeTest {
  @Test
  void libraryUseIsThreeLines() {
    byte[] bytes =
        ("<title>A bridge falls</title><h1>A bridge falls</h1><article><p>The bridge over the river"
                + " fell in the night, after three days of rain that nobody had foreseen.</p>"
                + "<p>Nobody was hurt, the mayor said, and the road is closed until spring.</p>")
            .getBytes(UTF_8);

    Clipper clipper = Clipper.create();
    Clip clip =
        clipper.clip(
            Page.builder("page.html", bytes).url("https://example.org/story.html").build());
    String text = clip.article().text();

    assertThat(text).startsWith("The bridge over the river fell").endsWith("until spring.");
    assertThat(clip.article().headline().title()).isEqualTo("A bridge falls");
  }

  @Test
  void readmeShowsThem() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains("Clipper clipper = Clipper.create();")
        .contains("Clip clip = clipper.clip(Page.builder(\"page.html\", bytes)")
        .contains("System.out.println(clip.article().text());");
  }
}
