package org.coupure.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.article.Evidence;
import org.coupure.page.ListedItem;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a feed says of a page fills what the page leaves open, and nothing else. */
class ListedFallbackTest {
  private static final String FEED = "https://example.org/feed.xml";
  private static final Clipper CLIPPER = Clipper.builder().explain(true).build();
  private static final String TEXT =
      "<p>The council met on Tuesday to speak about the bridge, and the mayor promised that all"
          + " would be put right before the summer, though nobody said who will pay for it.</p>"
              .repeat(4);

  private static Article clip(String head, String body, ListedItem item) {
    String html = "<!doctype html><html><head>" + head + "</head><body>" + body + "</body></html>";
    Page page =
        Page.builder("a.html", html.getBytes(UTF_8))
            .url("https://example.org/a")
            .captured(Instant.parse("2026-03-03T00:00:00Z"))
            .listed(item)
            .build();
    return Objects.requireNonNull(CLIPPER.clip(page).article());
  }

  private static ListedItem item(
      @Nullable String published, @Nullable String modified, String... authors) {
    return new ListedItem(
        FEED,
        "The bridge",
        List.of(authors),
        published == null ? null : Instant.parse(published),
        modified == null ? null : Instant.parse(modified),
        "en-GB",
        List.of("World", "Roads &amp; rails"),
        null);
  }

  private static List<String> fromFeed(Article article) {
    return article.explanation().evidence().stream()
        .filter(evidence -> evidence.from().equals("feed"))
        .peek(evidence -> assertThat(evidence.where()).isEqualTo(FEED))
        .map(Evidence::field)
        .toList();
  }

  @Test
  void fillsWhatThePageLeavesOpen() {
    Article article =
        clip(
            "",
            "<article>" + TEXT + "</article>",
            item("2026-03-01T08:00:05Z", "2026-03-02T00:00:00Z", "By Ana Roux"));

    assertThat(article.byline().authors()).containsExactly("Ana Roux");
    assertThat(article.dates().published().toRfc3339()).isEqualTo("2026-03-01T08:00:05Z");
    assertThat(article.dates().modified().toRfc3339()).isEqualTo("2026-03-02");
    assertThat(article.tags()).containsExactly("World", "Roads & rails");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(fromFeed(article)).contains("authors", "published", "modified", "language", "tags");
  }

  @Test
  void whatThePageSaysStands() {
    Article article =
        clip(
            "<title>The old bridge</title><meta name=author content='Ben Roe'>"
                + "<meta name=keywords content=bridges>"
                + "<meta property='article:published_time' content='2026-02-28T08:00:00Z'>"
                + "<meta property='article:modified_time' content='2026-02-28T09:00:00Z'>",
            "<article><h1>The old bridge</h1>" + TEXT + "</article>",
            item("2026-03-01T08:00:05Z", "2026-03-02T00:00:00Z", "Ana Roux"));

    assertThat(article.headline().title()).isEqualTo("The old bridge");
    assertThat(article.byline().authors()).containsExactly("Ben Roe");
    assertThat(article.dates().published().toRfc3339()).isEqualTo("2026-02-28T08:00:00Z");
    assertThat(article.dates().modified().toRfc3339()).isEqualTo("2026-02-28T09:00:00Z");
    assertThat(article.tags()).containsExactly("bridges");
    assertThat(fromFeed(article)).containsExactly("language");
  }

  @Test
  void whatIsNoPersonAndWhatIsNotYetIsLeftOut() {
    Article article =
        clip(
            "",
            "<article>" + TEXT + "</article>",
            item("2026-03-05T00:00:00Z", null, "https://example.org/desk", "AFP"));

    assertThat(article.byline().authors()).isEmpty();
    assertThat(article.byline().agency()).isEqualTo("AFP");
    assertThat(article.dates().published()).isNull();
    assertThat(fromFeed(article)).contains("agency").doesNotContain("authors", "published");
  }

  @Test
  void aTimeOfChangeThatIsThatOfPublicationIsNone() {
    Article article =
        clip(
            "",
            "<article>" + TEXT + "</article>",
            item("2026-03-01T08:00:05Z", "2026-03-01T08:00:05Z"));

    assertThat(article.dates().modified()).isNull();
  }
}
