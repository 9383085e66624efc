package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Moment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlDateTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.org/2025/03/14/slug, 2025-03-14",
    "https://example.org/news/2025-03-14-slug, 2025-03-14",
    "https://example.org/20250314/slug, 2025-03-14",
    "https://example.org/2025/3/4/slug, 2025-03-04",
    "https://example.org/2025/mar/14/slug, 2025-03-14",
    "https://example.org/2025/march/4, 2025-03-04",
    "https://example.org/2025/mars/44/slug,",
    "https://example.org/2025/news/14/slug,",
    "https://example.org/news/14-03-2025-slug, 2025-03-14",
    "https://example.org/news/14.03.2025, 2025-03-14",
    "https://example.org/news/14-03-20255,",
    "https://example.org/news/31-02-2025,",
    "https://example.org/2025/13/14/slug,",
    "https://example.org/2025/03/slug,",
    "https://example.org/article-202503141234,",
    "https://2025.example.org/slug,",
    "https://example.org/,"
  })
  void readsTheDayOfAUrl(String url, String day) {
    Moment moment = UrlDate.parse(url);

    assertThat(moment == null ? null : moment.toRfc3339()).isEqualTo(day);
  }
}
