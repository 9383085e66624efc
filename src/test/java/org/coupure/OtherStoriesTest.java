package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.coupure.article.Article;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that were saved with the stories below their own. */
class OtherStoriesTest {
  private static final String OWN =
      """
      <p>The council voted on Tuesday to close the old bridge for two years, because the steel has \
      rusted beyond what the engineers call safe, and the detour will cost half an hour a day.</p>
      <p>Shop owners on the north bank say they will lose their customers, and they want the city \
      to pay for a ferry; the mayor answered that no money is in the budget before next spring.</p>
      """;

  private static final String OTHER =
      """
      <p>The museum of nets opens again on the first Sunday in May, after a winter in which \
      volunteers mended the roof and the floor of the long room in the old salt house.</p>
      <p>Visitors will find the tar boiler where it stood in 1911, and for the first time the \
      letters of the women who knitted the nets for the boats of the northern shore.</p>
      """;

  private static Article clip(String title, String body) {
    String html = "<title>" + title + " - The Post</title><main>" + body + "</main>";
    Page page = Page.builder("saved.html", html.getBytes(StandardCharsets.UTF_8)).build();
    Article article = Clipper.create().clip(page).article();
    assertThat(article).isNotNull();
    return article;
  }

  private static String story(String open, String headline, String text) {
    String tag = open.substring(1, open.indexOf(' '));
    return open + headline + "<span class='byline'>By Ann Lee</span>" + text + "</" + tag + ">";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<article class='post post-%d'>",
        "<section class='story' data-url='/%d'>",
        "<div class='article-unit n%d'>",
      })
  void storyThatTheTitleNamesIsTheArticle(String open) {
    String first = story(open.formatted(1), "<h1>Bridge closed for two years</h1>", OWN);
    String second = story(open.formatted(2), "<h1>Museum of nets opens again</h1>", OTHER);

    Article above = clip("Bridge closed for two years", first + second);
    assertThat(above.text()).contains("Shop owners").doesNotContain("tar boiler");
    assertThat(above.quality().flags()).contains("other-stories");

    Article below = clip("Museum of nets opens again", first + second);
    assertThat(below.text()).contains("tar boiler").doesNotContain("Shop owners");
  }

  @Test
  void chaptersWithHeadlinesStay() {
    String first = "<section class='chapter'><h1>Bridge closed for two years</h1>" + OWN;
    String second = "</section><section class='chapter'><h1>And the nets</h1>" + OTHER;

    Article article = clip("Bridge closed for two years", first + second + "</section>");

    assertThat(article.text()).contains("Shop owners", "tar boiler");
    assertThat(article.quality().flags()).doesNotContain("other-stories");
  }
}
