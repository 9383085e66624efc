package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts are one site. */
class SiteTest {
  @ParameterizedTest
  @CsvSource({
    "m.abc.example, abc.example",
    "amp.abc.example, abc.example",
    "www2.abc.example, abc.example",
    "touch.news.abc.example, news.abc.example",
    "sport.abc.example, sport.abc.example",
    "m.example, m.example"
  })
  void isCalledWithoutWhatTelephonesAndAmpPutBefore(String host, String name) {
    assertThat(Site.name(host)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "m.abc.com, abc.com",
    "a.b.abc.com, abc.com",
    "news.abc.co.uk, abc.co.uk",
    "news.abc.co.ls, abc.co.ls",
    "m.abc.at, abc.at",
    "abc.com, abc.com",
    "co.uk, co.uk",
    "localhost, localhost",
    "127.0.0.1, 127.0.0.1",
    "[::1], [::1]"
  })
  void isRegisteredUnderAPublicSuffix(String host, String registered) {
    assertThat(Site.registered(host)).isEqualTo(registered);
  }

  @Test
  void hasOneOwnerBelowOneRegisteredName() {
    assertThat(Site.isSameOwner("amp.abc.com", "www.abc.com")).isTrue();
    assertThat(Site.isSameOwner("abc.co.uk", "xyz.co.uk")).isFalse();
    assertThat(Site.isSameOwner("10.0.0.1", "11.0.0.1")).isFalse();
  }

  @Test
  void standsBelowItsParents() {
    assertThat(Site.withParents("a.b.c")).containsExactly("a.b.c", "b.c", "c");
  }

  @ParameterizedTest
  @CsvSource({
    "xn--strae-oqa.example, strasse.example",
    "xn--bcher-kva.example, xn--bcher-kva.example",
    "xn--fiqs8s, xn--fiqs8s",
    "news.xn--fa-hia.example, news.fass.example",
    "xn--99999999.example, xn--99999999.example",
    "example.org, example.org"
  })
  void isCalledAsVersion010CalledIt(String host, String name) {
    assertThat(Site.formerName(host)).isEqualTo(name);
  }
}
