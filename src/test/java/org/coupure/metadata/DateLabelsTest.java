package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.coupure.Clipper;
import org.coupure.article.Dates;
import org.coupure.article.Moment;
import org.coupure.date.DateLines;
import org.coupure.date.DateLines.Sort;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dates whose label stands apart, whose element is a script's, or that a theme shows for others.
 */
class DateLabelsTest {
  private static final String LONG =
      "<p>There are more bridges in this valley than villages, and nobody can say who built them,"
          + " or when, or why there are so many of them in so small a place by two rivers.</p>";

  private static Dates dates(String html) {
    Page page =
        Page.builder("page.html", html.getBytes(StandardCharsets.UTF_8))
            .url("https://www.example.org/a-page")
            .build();
    return Clipper.create().clip(page).article().dates();
  }

  private static String day(@Nullable Moment moment) {
    return moment == null ? "-" : moment.time().toLocalDate().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Published, PUBLISHED",
    "Veröffentlicht:, PUBLISHED",
    "Published in 2024, BARE",
    "Updated guidelines for builders, BARE",
    "Deadline, NONE",
    "Termin:, NONE",
    "'', BARE",
  })
  void tellsLabelsOnLinesOfTheirOwn(String line, Sort sort) {
    assertThat(DateLines.load().labelAlone(line)).isEqualTo(sort);
  }

  @Test
  void readsTheDateBeneathItsLabelFarFromTheHeadline() {
    String page =
        "<h1>A bridge falls</h1>"
            + LONG.repeat(20)
            + "<div><h4>Published</h4><div>July 8, 2021</div></div>";

    assertThat(day(dates(page).published())).isEqualTo("2021-07-08");
  }

  @Test
  void takesNoDateBeneathAnotherLabel() {
    String page = "<h1>A bridge falls</h1><p>Deadline</p><p>July 8, 2021</p>" + LONG;

    assertThat(day(dates(page).published())).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<relative-time datetime='2021-07-08T10:00:00Z'>last year</relative-time>",
        "<time-ago datetime='2021-07-08'>last year</time-ago>",
        "<faceplate-timeago ts='2021-07-08T10:00:00.000000+0000'></faceplate-timeago>",
      })
  void readsElementsThatScriptsFill(String element) {
    assertThat(day(dates("<h1>A bridge falls</h1>" + element + LONG).published()))
        .isEqualTo("2021-07-08");
  }

  @ParameterizedTest
  @ValueSource(strings = {"published-date", "article:post_date", "dc.date.publication"})
  void readsMetaElements(String name) {
    String page = "<meta name='" + name + "' content='2021-07-08'><h1>A bridge falls</h1>" + LONG;

    assertThat(day(dates(page).published())).isEqualTo("2021-07-08");
  }

  @ParameterizedTest
  @CsvSource({
    "2019-05-02, 2024-01-14, 2019-05-02",
    "2019-05-02, 2023-01-14, 2024-01-14",
    "2024-01-13, 2024-01-14, 2024-01-14",
    "2024-02-02, 2024-01-14, 2024-01-14",
  })
  void believesWhatIsStatedBeforeAThemeThatShowsTheChange(
      String stated, String changed, String published) {
    String page =
        "<meta name='generator' content='WordPress 6.1'>"
            + "<meta property='article:published_time' content='"
            + stated
            + "T10:00:00Z'><meta property='article:modified_time' content='"
            + changed
            + "T10:00:00Z'><article><header class='entry-header'><h1 class='entry-title'>A bridge"
            + " falls</h1><time class='entry-date published' datetime='2024-01-14T10:00:00Z'>January"
            + " 14, 2024</time></header><div class='entry-content'>"
            + LONG.repeat(3)
            + "</div></article>";

    assertThat(day(dates(page).published())).isEqualTo(published);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"post": {"title": "A bridge falls", "createdAt": "2021-07-08T10:00:00Z"}} | 2021-07-08
          {"post": {"title": "Another falls", "createdAt": "2021-07-08T10:00:00Z"}}  | -
          {"post": {"name": "A bridge falls!", "updatedAt": "2021-07-08T10:00:00Z"}} | -
          [{"title": "A bridge falls", "created_at": "2021-07-08"}, {"title": "A bridge falls", "created_at": "2021-07-09"}] | -
          """)
  void readsTheStateOfTheObjectThatBearsTheTitle(String state, String day) {
    String page =
        "<script id='__NEXT_DATA__' type='application/json'>"
            + state
            + "</script><h1>A bridge falls</h1>"
            + LONG;

    assertThat(day(dates(page).published())).isEqualTo(day);
    assertThat(day(dates("<meta name='date' content='2019-05-02'>" + page).published()))
        .isEqualTo("2019-05-02");
  }
}
