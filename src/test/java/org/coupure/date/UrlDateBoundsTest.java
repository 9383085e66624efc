package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates in URLs on both sides of each limit of {@link UrlDate}. */
class UrlDateBoundsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.org/2025/03/14/a | 2025-03-14
          https://example.org/2025/3/4/a | 2025-03-04
          https://example.org/2025-03-14 | 2025-03-14
          https://example.org/20250314 | 2025-03-14
          https://example.org/20250314a | 2025-03-14
          https://example.org/202503145 | ''
          https://example.org/2025.03.14/a | 2025-03-14
          https://example.org/2025_03_14-a | 2025-03-14
          https://example.org/2025/03-14/a | ''
          https://example.org/2025/mar/14/a | 2025-03-14
          https://example.org/2025/mar/4/a | 2025-03-04
          https://example.org/2025/mar/4 | 2025-03-04
          https://example.org/2025/mar/14 | 2025-03-14
          https://example.org/2025/mar/145/a | ''
          https://example.org/2025/septembre/14/a | 2025-09-14
          https://example.org/2025/ma/14/a | ''
          https://example.org/2025/decembriexyz1/14/a | ''
          https://example.org/a-14-03-2025 | 2025-03-14
          https://example.org/a-14.03.2025.html | 2025-03-14
          https://example.org/a-14_03_2025 | 2025-03-14
          https://example.org/a-14/03/2025 | ''
          https://example.org/a-14-03.2025 | ''
          https://example.org/a-14-03-20251 | ''
          https://example.org/a-14-03-1989 | ''
          https://example.org/a-14-03-1990 | 1990-03-14
          https://example.org/a-14-03-2099 | 2099-03-14
          https://example.org/a-14-03-2100 | ''
          https://example.org/a-01-01-2025 | 2025-01-01
          https://example.org/a-00-01-2025 | ''
          https://example.org/a-01-00-2025 | ''
          https://example.org/1999/12/31 | 1999-12-31
          https://example.org/a/120250314 | ''
          https://example.org/2025/03/14 | 2025-03-14
          https://example.org/2025/3/14 | 2025-03-14
          https://example.org/2025/3/4 | 2025-03-04
          https://example.org/2025/3/ | ''
          https://example.org/2025/03 | ''
          https://20250314.example.org/a | ''
          /20250314 | 2025-03-14
          """)
  void readsWholeDatesInPaths(String url, String day) {
    String found =
        UrlDate.parse(url) == null ? "" : UrlDate.parse(url).time().toLocalDate().toString();
    assertThat(found).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://web.example.org/web/20190412103000/http://example.org/page | 2019-04-12T10:30:00Z
          https://web.example.org/web/20190412103000id_/https://example.org/page | 2019-04-12T10:30:00Z
          https://web.example.org/web/20190412/http://example.org/page | ''
          https://example.org/page | ''
          """)
  void readsTheTimeOfWebArchives(String url, String time) {
    assertThat(String.valueOf(UrlDate.captured(url))).isEqualTo(time.isEmpty() ? "null" : time);
    assertThat(UrlDate.captured(null)).isNull();
  }
}
