package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import okhttp3.HttpUrl;
import org.coupure.article.Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");

  private static RobotsRules rules(String text) {
    return RobotsRules.of(RobotsFile.of(RobotsFile.Kind.RULES, text, NOW), "coupure");
  }

  private static boolean allows(String text, String path) {
    return rules(text).allows(HttpUrl.get("https://a.example" + path));
  }

  /** RFC 9309 sections 2.2.1 to 2.2.4, and its examples. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: * ~ Disallow: /                                 | /x            | false",
        "User-agent: * ~ Disallow:                                   | /x            | true",
        "User-agent: other ~ Disallow: /                             | /x            | true",
        "User-agent: Coupure ~ Disallow: /                           | /x            | false",
        "User-agent: coupure ~ Allow: / ~ User-agent: * ~ Disallow: /| /x            | true",
        "User-agent: * ~ Disallow: / ~ User-agent: coupure ~ Allow: /| /x            | true",
        "User-agent: a ~ User-agent: coupure ~ Disallow: /x          | /x            | false",
        "User-agent: coupure ~ Disallow: /a ~ User-agent: coupure ~ Disallow: /b | /b | false",
        "User-agent: * ~ Disallow: /a ~ Allow: /a/b                  | /a/b/c        | true",
        "User-agent: * ~ Allow: /a ~ Disallow: /a                    | /a            | true",
        "User-agent: * ~ Disallow: /*.pdf$                           | /x.pdf        | false",
        "User-agent: * ~ Disallow: /*.pdf$                           | /x.pdf?y      | true",
        "User-agent: * ~ Disallow: /a*z                              | /a/b/z/c      | false",
        "User-agent: * ~ Disallow: /a?x=                             | /a?x=1        | false",
        "User-agent: * ~ Disallow: /caf%C3%A9                        | /café         | false",
        "User-agent: * ~ Disallow: /café                             | /caf%c3%a9    | false",
        "user-AGENT : * ~ dISALLOW : /x # no                         | /x            | false",
        "Disallow: /x                                                | /x            | true",
        "<html><body>Not found</body></html>                         | /x            | true",
      })
  void rulesAreReadAsTheRfcWants(String text, String path, boolean allowed) {
    assertThat(allows(text.replace(" ~ ", "\n"), path)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: * ~ Crawl-delay: 10                 | 10000",
        "User-agent: * ~ Crawl-delay: 0.5                | 500",
        "User-agent: * ~ Crawl-delay: 99999999           | 99999999000",
        "User-agent: * ~ Crawl-delay: soon               |",
        "User-agent: * ~ Crawl-delay: -5                 |",
        "User-agent: other ~ Crawl-delay: 10             |",
        "User-agent: * ~ Disallow: /x                    |",
      })
  void crawlDelayIsInSeconds(String text, Long millis) {
    assertThat(rules(text.replace(" ~ ", "\n")).crawlDelay())
        .isEqualTo(millis == null ? null : Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: * ~ Content-Signal: ai-train=no                          | ai-train=no",
        "User-agent: * ~ Content-Signal: a=no ~ User-agent: coupure ~ Content-Signal: a=yes | a=yes",
        "User-agent: other ~ Content-Signal: ai-train=no                      |",
        "User-agent: a ~ User-agent: * ~ Content-Signal: search=yes # fine    | search=yes",
        "User-agent: * ~ Content-Signal: a=no ~ User-agent: coupure ~ Allow: / |",
        "Content-Signal: ai-train=no                                          |",
      })
  void contentSignalIsThatOfTheVisitorsGroup(String text, String signal) {
    assertThat(rules(text.replace(" ~ ", "\n")).rights().contentSignal()).isEqualTo(signal);
  }

  @Test
  void licenseAndUsageAreReadToo() {
    Rights stated =
        rules(
                "License: https://a.example/license.xml\nUser-agent: *\nContent-Usage: train-ai=n\n"
                    + "Allow: /\n")
            .rights();

    assertThat(stated)
        .isEqualTo(
            new Rights("https://a.example/license.xml", null, null, null, null, "train-ai=n"));
  }

  /** 500 KiB of patterns of which each tries to backtrack; none may cost more than its length. */
  @Test
  @Timeout(60)
  void hostilePatternsCostLittle() {
    String pattern = "Disallow: /" + "*a".repeat(200) + "*b\n";
    String text = "User-agent: *\n" + pattern.repeat(Purpose.ROBOTS.mostBytes() / pattern.length());
    RobotsRules rules = rules(text);

    assertThat(rules.allows(HttpUrl.get("https://a.example/" + "a".repeat(2000)))).isTrue();
  }

  @Test
  void noTextMakesItThrow() {
    String[] pieces = {
      "User-agent:",
      "*",
      "coupure",
      "\n",
      "\r",
      "Disallow:",
      "Allow",
      ":",
      "/",
      "%",
      "%zz",
      "\u0000",
      "\ufeff",
      "#",
      "$",
      "Crawl-delay: 1e9",
      "Sitemap: ::",
      "Content-Signal:",
      " ",
      "\ud800"
    };
    Random random = new Random(20260329);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      allows(text.toString(), "/x");
    }
  }
}
