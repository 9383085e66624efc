package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  @Test
  void saysWhatFailedInOneLine() {
    assertThat(Delivery.line(Clips.failed("dump.zip!/a.html")))
        .isEqualTo("dump.zip!/a.html: truncated: the entry ends too early");
  }

  @Test
  void saysWhatBecameOfAPage() {
    assertThat(Delivery.line(Clips.clipped("a.html", "text"))).isEqualTo("a.html: clipped");
  }

  @Test
  void letsNoNameSteerTheTerminal() {
    Clip clip = Clip.failed("a\u001B[2J\n.html", Reason.NOT_FOUND, "gone\r\nbye");

    assertThat(Delivery.line(clip)).isEqualTo("a [2J .html: not-found: gone  bye");
  }
}
