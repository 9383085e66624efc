package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void carriesWhatIsKnown() {
    byte[] bytes = "é".getBytes(StandardCharsets.UTF_8);
    Instant captured = Instant.parse("2024-05-06T07:08:09Z");
    Page page =
        Page.builder("dump.zip!/a.html", bytes)
            .id("7")
            .url("https://example.com/")
            .contentType("text/html")
            .captured(captured)
            .build();

    assertThat(page.bytes()).isSameAs(bytes);
    assertThat(page.source()).isEqualTo("dump.zip!/a.html");
    assertThat(page.id()).isEqualTo("7");
    assertThat(page.url()).isEqualTo("https://example.com/");
    assertThat(page.contentType()).isEqualTo("text/html");
    assertThat(page.captured()).isEqualTo(captured);
    assertThat(page).hasToString("Page[dump.zip!/a.html, 2 bytes]");
  }

  @Test
  void nothingButSourceAndBytesIsNeeded() {
    Page page = Page.builder("-", new byte[0]).build();

    assertThat(page.id()).isNull();
    assertThat(page.url()).isNull();
    assertThat(page.contentType()).isNull();
    assertThat(page.captured()).isNull();
    assertThatNullPointerException().isThrownBy(() -> Page.builder(null, new byte[0]));
    assertThatNullPointerException().isThrownBy(() -> Page.builder("-", null));
  }
}
