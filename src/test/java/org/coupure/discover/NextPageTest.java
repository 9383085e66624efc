package org.coupure.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.coupure.page.Head;
import org.coupure.page.Url;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPageTest {
  private static Optional<String> next(String url, String first, String html) {
    Document document = Jsoup.parse(html, url);
    return NextPage.of(Head.of(document), document, url, first);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.org/story, https://a.org/story/2, true",
    "https://a.org/story/, https://a.org/story/2/, true",
    "https://a.org/story, https://a.org/story/page/2, true",
    "https://a.org/story.html, https://a.org/story-2.html, true",
    "https://a.org/story.html, https://a.org/story_seite-2.html, true",
    "https://a.org/story, https://a.org/story?page=2, true",
    "https://a.org/?p=7, https://a.org/?p=7&page=2, true",
    "https://a.org/story, https://a.org/other-story, false",
    "https://a.org/story, https://a.org/story-of-two, false",
    "https://a.org/story, https://b.org/story/2, false",
    "https://a.org/2026/03/story, https://a.org/2026/03/, false",
    "https://a.org/, https://a.org/2, false",
    "https://a.org/story, https://a.org/story, false",
  })
  void goesOnWhereTheUrlIsTheFirstWithANumber(String first, String next, boolean expected) {
    assertThat(NextPage.continues(Url.parse(first), Url.parse(next))).isEqualTo(expected);
  }

  @Test
  void readsLinksAndAnchors() {
    String first = "https://a.org/story";

    assertThat(next(first, first, "<a rel=next href='/story/2'>2</a>"))
        .contains("https://a.org/story/2");
    assertThat(next(first, first, "<link rel=\"NEXT\" href=\"?page=2\">"))
        .contains("https://a.org/story?page=2");
    assertThat(next("https://a.org/story/2", first, "<a rel='next' href='/story/3'>3</a>"))
        .contains("https://a.org/story/3");
  }

  @Test
  void blogsAreNotReadBackwards() {
    String first = "https://a.org/2026/03/story";

    assertThat(next(first, first, "<link rel='next' href='/2026/03/an-older-story'>")).isEmpty();
    assertThat(next(first, first, "<p>The next release</p>")).isEmpty();
  }
}
