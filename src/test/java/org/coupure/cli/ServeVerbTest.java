package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServeVerbTest {
  @Test
  void wantsAKeyBeyondThisComputer() {
    Session session = Session.of("serve", "--bind", "0.0.0.0", "--port", "0");

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err()).contains("beyond this computer the service wants a key: --key KEY.");
  }

  @Test
  void saysThatThereIsNoStoreBeforeItListens() {
    Session session = Session.of("serve", "--store", "none.sqlite", "--port", "0");

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err()).contains("none.sqlite");
  }

  @Test
  void takesOptionsOnly() {
    assertThat(Session.of("serve", "page.html").err()).contains("serve takes options only.");
    assertThat(Session.of("serve", "--port", "70000").err()).contains("up to 65535");
  }
}
