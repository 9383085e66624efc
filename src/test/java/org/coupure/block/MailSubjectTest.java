package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSubjectTest {
  @ParameterizedTest
  @CsvSource({
    "Fwd: The bridge is closed, The bridge is closed",
    "RE: Re: FW: The bridge is closed, The bridge is closed",
    "WG: AW: Die Brücke ist zu, Die Brücke ist zu",
    "TR : Le pont est fermé, Le pont est fermé",
    "İLT: Köprü kapalı, Köprü kapalı",
    "回复: 桥已关闭, 桥已关闭",
    "Fwd: [village-list] The bridge is closed, The bridge is closed",
    "[village-list] Re: The bridge is closed, The bridge is closed"
  })
  void takesOffTheMarksOfAnsweredMailsAndTheirList(String subject, String bare) {
    assertThat(MailSubject.bare(subject)).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "[Video] The bridge is closed",
    "Rebuilt: the bridge is open",
    "The bridge: closed",
    "Re:",
    "Fwd:"
  })
  void leavesWhatTheAuthorWrote(String subject) {
    assertThat(MailSubject.bare(subject)).isEqualTo(subject);
  }
}
