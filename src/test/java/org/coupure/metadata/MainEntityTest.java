package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.json.JsonScript;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each test stands where one weight decides: with a neighbouring one the other thing is chosen. */
class MainEntityTest {
  private static final String PAGE = "https://www.example.org/story";

  private static final List<String> TITLES = List.of("a bridge falls in the valley");

  /** Returns the {@code id} of the thing that is found among those of an array, or null. */
  private static @Nullable String find(List<String> titles, String things) {
    LinkedData data = LinkedData.of(List.copyOf(new JsonScript().read("[" + things + "]")));
    Thing found = MainEntity.find(data, titles, List.of(Url.pageKey(PAGE)));
    return found == null ? null : found.json().text("identifier");
  }

  private static @Nullable String find(String things) {
    return find(List.of(), things);
  }

  private static String thing(String type, String id, String members) {
    return "{\"@type\":\"%s\",\"identifier\":\"%s\"%s}".formatted(type, id, members);
  }

  private static String listed(String thing) {
    return "{\"@type\":\"ItemList\",\"itemListElement\":[" + thing + "]}";
  }

  @Test
  void isTheOnlyOneThatMayBeIt() {
    assertThat(find(thing("CollectionPage", "a", ""))).isEqualTo("a");
    assertThat(find(thing("Person", "a", ""))).isNull();
    assertThat(find("")).isNull();
  }

  @Test
  void isAThingOfAListOnlyWhenThatIsAnArticle() {
    assertThat(find(listed(thing("Article", "a", "")))).isEqualTo("a");
    assertThat(find(listed(thing("Question", "a", "")))).isNull();
  }

  @Test
  void isTheFirstOfEquals() {
    assertThat(find(thing("Article", "a", "") + "," + thing("Article", "b", ""))).isEqualTo("a");
  }

  @Test
  void isTheOneWithTheHeadlineOfThePage() {
    String other = thing("Article", "other", ",\"headline\":\"Something else entirely\"");

    assertThat(
            find(TITLES, other + "," + thing("Article", "a", ",\"headline\":\"A bridge falls\"")))
        .isEqualTo("a");
    // Words in common 2/3, which is more than half.
    assertThat(
            find(
                TITLES,
                other + "," + thing("Article", "a", ",\"headline\":\"The bridge falls in March\"")))
        .isEqualTo("a");
  }

  @Test
  void anEqualHeadlineWeighsMoreThanTypeAndUrl() {
    String article =
        thing("Article", "other", ",\"headline\":\"Something else\",\"url\":\"" + PAGE + "\"");
    String question = thing("Question", "a", ",\"name\":\"A bridge falls in the valley!\"");

    assertThat(find(TITLES, article + "," + question)).isEqualTo("a");
  }

  @Test
  void anotherHeadlineCountsAgainstAnArticleByOne() {
    String article = thing("Article", "article", ",\"headline\":\"Something else\"");

    assertThat(find(TITLES, thing("CreativeWork", "work", "") + "," + article))
        .isEqualTo("article");
    assertThat(find(TITLES, thing("Question", "question", "") + "," + article))
        .isEqualTo("question");
  }

  @Test
  void anotherHeadlineLeavesOneToWhatIsNoArticle() {
    String question = thing("Question", "question", ",\"name\":\"Something else\"");

    assertThat(find(TITLES, thing("CollectionPage", "page", "") + "," + question))
        .isEqualTo("page");
    assertThat(find(TITLES, question + "," + thing("WebPage", "page", ""))).isEqualTo("page");
    assertThat(find(TITLES, question)).isEqualTo("question");
  }

  @Test
  void theUrlOfThePageWeighsTwo() {
    String article = thing("Article", "article", "");

    for (String member :
        List.of(
            ",\"url\":\"%s\"",
            ",\"mainEntityOfPage\":\"%s\"",
            ",\"@id\":\"%s\"",
            ",\"mainEntityOfPage\":{\"@id\":\"%s\"}")) {
      String at = member.formatted(PAGE);
      assertThat(find(article + "," + thing("CreativeWork", "at", at))).isEqualTo("article");
      assertThat(find(thing("CreativeWork", "at", at) + "," + article)).isEqualTo("at");
      assertThat(find(article + "," + thing("Question", "at", at))).isEqualTo("at");
    }
    String elsewhere = ",\"url\":\"https://www.example.org/other\"";
    assertThat(find(article + "," + thing("Question", "q", elsewhere))).isEqualTo("article");
  }
}
