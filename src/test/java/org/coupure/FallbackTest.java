package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.PageKind;
import org.coupure.article.Verdict.Decider;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that show nothing until their scripts run, as frameworks make them; the words are ours. */
class FallbackTest {
  private static final Clipper CLIPPER = Clipper.builder().explain(true).build();

  private static final String FIRST =
      "The bridge over the river fell in the night, after three days of rain that nobody had"
          + " foreseen, and the mayor said that the road would stay closed until the spring.";
  private static final String SECOND =
      "Engineers had warned of it for years. A report from the last century already called the"
          + " northern pier unsafe, but money for repairs was never found, and so traffic went on."
          + " Ferries will carry the people of both banks until a new bridge stands, which may take"
          + " three years or more if the money comes at all.";

  private static Clip clip(String html) {
    Page page =
        Page.builder("page.html", html.getBytes(UTF_8)).url("https://example.org/a").build();
    return CLIPPER.clip(page);
  }

  private static String shell(String script) {
    return "<!doctype html><html><head><title>A bridge falls</title></head><body>"
        + "<div id='root'></div>"
        + script
        + "</body></html>";
  }

  private static void assertSpare(Clip clip, String path) {
    Article article = clip.article();
    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(article.quality().path()).isEqualTo(path);
    assertThat(article.pageKind()).isEqualTo(PageKind.ARTICLE);
    assertThat(article.explanation().blocks())
        .filteredOn(block -> block.verdict().kept())
        .allMatch(block -> block.verdict().decider() == Decider.FALLBACK);
  }

  @Test
  void anEmptyShellGivesTheBodyOfItsStructuredData() {
    Clip clip =
        clip(
            shell(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                    + FIRST
                    + "\\n\\n"
                    + SECOND
                    + "\"}</script>"));

    assertSpare(clip, "structured-data");
  }

  @Test
  void theEntriesOfALiveBlogAreOneText() {
    Clip clip =
        clip(
            shell(
                "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\","
                    + "\"liveBlogUpdate\":[{\"articleBody\":\""
                    + FIRST
                    + "\"},{\"articleBody\":\""
                    + SECOND
                    + "\"}]}</script>"));

    assertThat(clip.article().text()).isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Next.js
        "<script id='__NEXT_DATA__' type='application/json'>{\"props\":{\"pageProps\":{\"post\":"
            + "{\"title\":\"A bridge falls\",\"content\":\"<p>ONE</p><p>TWO</p>\"}}}}</script>",
        // Redux
        "<script>window.__PRELOADED_STATE__ = {\"article\":{\"id\":7,\"body\":[{\"type\":\"p\","
            + "\"text\":\"ONE\"},{\"type\":\"p\",\"text\":\"TWO\"}]}};window.x=1;</script>",
        "<script>window['__INITIAL_STATE__']={\"story\":{\"paragraphs\":[\"ONE\",\"TWO\"]}}</script>",
        // Apollo
        "<script>window.__APOLLO_STATE__={\"Article:7\":{\"__typename\":\"Article\",\"bodyHtml\":"
            + "\"<p>ONE</p>\\n<p>TWO</p>\"}}</script>",
        // Arc
        "<script>window.Fusion=window.Fusion||{};Fusion.globalContent={\"content_elements\":["
            + "{\"type\":\"text\",\"content\":\"ONE\"},{\"type\":\"text\",\"content\":\"TWO\"}]};"
            + "</script>",
        // Nuxt 3: members are places in one flat list
        "<script type='application/json' id='__NUXT_DATA__'>[{\"article\":1},{\"title\":2,"
            + "\"body\":3},\"A bridge falls\",\"<p>ONE</p><p>TWO</p>\"]</script>",
        // Discourse: JSON within JSON within an attribute
        "<div id='data-preloaded' data-preloaded='{&quot;topic_7&quot;:&quot;{\\&quot;posts\\&quot;:"
            + "[{\\&quot;cooked\\&quot;:\\&quot;ONE\\&quot;},{\\&quot;cooked\\&quot;:\\&quot;TWO"
            + "\\&quot;}]}&quot;}'></div>",
      })
  void anEmptyShellGivesTheTextOfItsState(String script) {
    assertSpare(
        clip(shell(script.replace("ONE", FIRST).replace("TWO", SECOND))), "preloaded-state");
  }

  @Test
  void whatIsNotThePagesOwnIsLeftInTheState() {
    Clip clip =
        clip(
            shell(
                "<script id='__NEXT_DATA__' type='application/json'>{\"footer\":{\"content\":\""
                    + FIRST
                    + SECOND
                    + "\"}}</script>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.EMPTY);
  }

  @Test
  void aPageThatShowsItsTextKeepsIt() {
    String shown = "<article><h1>A bridge</h1><p>" + FIRST + "</p><p>" + SECOND + "</p></article>";
    Clip clip =
        clip(
            shell(
                shown
                    + "<script type='application/ld+json'>{\"articleBody\":\""
                    + FIRST
                    + SECOND
                    + "\"}</script>"));

    assertThat(clip.article().quality().path()).isEqualTo("generic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>window.__INITIAL_STATE__=</script>",
        "<script>window.__INITIAL_STATE__={\"body\":\"unclosed</script>",
        "<script type='application/json'>[[[[[[[[\"</script>",
        "<script type='application/ld+json'>{\"articleBody\":[{},7,null]}</script>",
        "<div id='data-preloaded' data-preloaded='{\"a\":\"{\\\"b\\\":\"}'></div>",
      })
  void brokenStatesGiveNothing(String script) {
    assertThat(clip(shell(script)).outcome()).isEqualTo(Outcome.EMPTY);
  }

  @Test
  void deepAndLongStatesEnd() {
    String deep = "{\"body\":".repeat(5_000) + "1";
    String wide = "[" + "\"a few words of text that go on and on\",".repeat(300_000) + "0]";

    assertThat(clip(shell("<script>__NEXT_DATA__=" + deep + "</script>")).outcome())
        .isEqualTo(Outcome.EMPTY);
    assertThat(clip(shell("<script>__NEXT_DATA__=" + wide + "</script>")).outcome())
        .isEqualTo(Outcome.EMPTY);
  }
}
