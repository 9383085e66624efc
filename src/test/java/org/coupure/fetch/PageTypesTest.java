package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTypesTest {
  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "text/html",
        "TEXT/HTML; charset=ISO-8859-9",
        "text/plain",
        "text/xml",
        "application/xhtml+xml",
        "application/octet-stream",
        "html",
        "text",
        "*/*",
        ";;;",
      })
  void theseMayBePages(String contentType) {
    assertThat(PageTypes.check(contentType)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, BINARY",
    "IMAGE/GIF, BINARY",
    "image/svg+xml, BINARY",
    "video/mp4, BINARY",
    "font/woff2, BINARY",
    "application/zip, BINARY",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document, BINARY",
    "application/json; charset=utf-8, UNSUPPORTED",
    "application/ld+json, UNSUPPORTED",
    "application/rss+xml, UNSUPPORTED",
    "application/javascript, UNSUPPORTED",
    "text/css, UNSUPPORTED",
    "text/calendar, UNSUPPORTED",
    "multipart/related, UNSUPPORTED",
  })
  void theseAreNot(String contentType, Reason reason) {
    assertThat(PageTypes.check(contentType).orElseThrow().reason()).isEqualTo(reason);
  }

  @Test
  void sentenceNamesTheType() {
    assertThat(PageTypes.check("Application/PDF; version=1.7").orElseThrow().sentence())
        .isEqualTo("the answer is \"application/pdf\", not a page of text");
  }

  @ParameterizedTest
  @CsvSource({
    "FEED, application/rss+xml, true",
    "FEED, application/feed+json, true",
    "FEED, text/html, true",
    "FEED, image/png, false",
    "SITEMAP, application/gzip, true",
    "SITEMAP, video/mp4, false",
    "ROBOTS, image/png, true",
    "PAGE, application/rss+xml, false",
  })
  void whatIsReadDependsOnThePurpose(Purpose purpose, String type, boolean read) {
    assertThat(PageTypes.check(purpose, type).isEmpty()).isEqualTo(read);
  }
}
