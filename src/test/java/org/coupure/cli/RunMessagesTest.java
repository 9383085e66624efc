package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;

class RunMessagesTest {
  @Test
  void saysWhatFailedInOneLine() {
    assertThat(RunMessages.line(Clips.failed("dump.zip!/a.html"), new Palette(false)))
        .isEqualTo("dump.zip!/a.html: truncated: the entry ends too early");
  }

  @Test
  void saysWhatBecameOfAPage() {
    assertThat(RunMessages.line(Clips.clipped("a.html", "text"), new Palette(false)))
        .isEqualTo("a.html: clipped");
  }

  @Test
  void letsNoNameSteerTheTerminal() {
    Clip clip = Clip.failed("a\u001B[2J\n.html", Reason.NOT_FOUND, "gone\r\nbye");

    assertThat(RunMessages.line(clip, new Palette(false)))
        .isEqualTo("a [2J .html: not-found: gone  bye");
  }
}
