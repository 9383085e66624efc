package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestedUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://example.com https://example.com/",
        "HTTP://Example.COM:80/A?b=C http://example.com/A?b=C",
        "https://example.com:8443/a#part https://example.com:8443/a",
        "http://bücher.example/é http://xn--bcher-kva.example/%C3%A9",
        "HTTPS://INFO.example/İ https://info.example/%C4%B0",
        "http://[::1]:8080/a http://[::1]:8080/a",
        "http://example.com/a|b{c} http://example.com/a%7Cb%7Bc%7D",
      })
  void absoluteUrlsAreTaken(String given, String url) {
    assertThat(RequestedUrl.parse(given).url()).hasToString(url);
  }

  @Test
  void whiteSpaceAroundIsIgnored() {
    assertThat(RequestedUrl.parse(" https://example.com/a\r\n").url())
        .hasToString("https://example.com/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | the address is empty; expected one such as https://example.com/page",
        "example.com/a | \"example.com/a\" is not an absolute http or https address; did you mean"
            + " https://example.com/a?",
        "//example.com/a | \"//example.com/a\" is not an absolute http or https address; did you"
            + " mean https://example.com/a?",
        "htp://example.com | \"htp://example.com\" is not an absolute http or https address; did"
            + " you mean http://example.com?",
        "ttps://example.com | \"ttps://example.com\" is not an absolute http or https address; did"
            + " you mean https://example.com?",
        "https:/example.com | \"https:/example.com\" is not an absolute http or https address; did"
            + " you mean https://example.com?",
        "http;//example.com | \"http;//example.com\" is not an absolute http or https address; did"
            + " you mean http://example.com?",
        "file:///etc/passwd | \"file:///etc/passwd\" is not an absolute http or https address, but"
            + " file",
        "MAILTO:a@example.com | \"MAILTO:a@example.com\" is not an absolute http or https address,"
            + " but mailto",
        "page.html | \"page.html\" is not an absolute http or https address; did you mean"
            + " https://page.html?",
        "/a/b | \"/a/b\" is not an absolute http or https address",
        "https:// | \"https://\" is not an absolute http or https address, but https",
        "http://a b.example/ | \"http://a b.example/\" has white space in it; write it as %20, or"
            + " as two addresses",
        "http://example.com:99999/ | \"http://example.com:99999/\" is not a valid address: its host"
            + " or port can't be read",
        "http://[::1/ | \"http://[::1/\" is not a valid address: its host or port can't be"
            + " read",
        "https://anna:secret@example.com/ | the address of host example.com holds a user name or"
            + " password; leave it out",
      })
  void everythingElseIsExplained(String given, String sentence) {
    FetchFailure failure = RequestedUrl.parse(given).refusal();

    assertThat(failure).isNotNull();
    assertThat(failure.sentence()).isEqualTo(sentence);
    assertThat(failure.reason()).isEqualTo(Reason.BAD_URL);
  }

  @Test
  void longUrlsAreCutInTheSentence() {
    String given = "x".repeat(199) + "😀" + "y".repeat(100_000);

    assertThat(RequestedUrl.parse(given).refusal().sentence())
        .isEqualTo("\"" + "x".repeat(199) + "😀…\" is not an absolute http or https address");
  }
}
