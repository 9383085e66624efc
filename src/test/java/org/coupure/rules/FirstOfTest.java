package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstOfTest {
  private static final String LONG =
      "The council voted on Tuesday evening for the budget of the new school, after three hours of"
          + " debate and against the votes of two members who had asked for a delay until autumn.";

  @TempDir private Path folder;

  private JudgedPage judge(String content, String html) throws IOException {
    Files.writeString(
        folder.resolve("r.yaml"),
        "match: {hosts: example.org}\nstrict: true\ncontent:\n" + content);
    return new JudgedPage(RuleBook.load(List.of(folder)), JudgedPage.URL, html);
  }

  @Test
  void onlyTheFirstThatIsThereCounts() throws IOException {
    JudgedPage page =
        judge(
            "  first: [.story, article]\n",
            "<article>Teaser</article><div class=story><p>" + LONG + "</p></div>");

    assertThat(page.left()).containsExactly(LONG);
    assertThat(page.verdictOn("The council")).isEqualTo("keep RULE r.yaml:4 .story");
  }

  @Test
  void nextIsTriedWhereTheFirstIsNotThere() throws IOException {
    JudgedPage page =
        judge("  first: [.story, article]\n", "<p>Menu</p><article>" + LONG + "</article>");

    assertThat(page.left()).containsExactly(LONG);
    assertThat(page.verdictOn("The council")).isEqualTo("keep RULE r.yaml:4 article");
  }

  @Test
  void emptyContainerIsNoAnswer() throws IOException {
    JudgedPage page =
        judge(
            "  first: [.story, article]\n",
            "<div class=story><img src=a.png> </div><article>" + LONG + "</article>");

    assertThat(page.left()).containsExactly(LONG);
  }

  @Test
  void standsBesideOtherContainers() throws IOException {
    JudgedPage page =
        judge(
            "  - .lead\n  - first: [.story, article]\n",
            "<p class=lead>In short.</p><p>Ad</p><article>" + LONG + "</article>");

    assertThat(page.left()).containsExactly("In short.", LONG);
  }

  @Test
  void noneOfThemIsAMiss() throws IOException {
    JudgedPage page = judge("  first: [.story, .text]\n", "<article>" + LONG + "</article>");

    assertThat(page.misses()).containsExactly("r: `content` found nothing");
  }

  @Test
  void allAreShownAsWhatTheRuleSays() throws IOException {
    JudgedPage page = judge("  first: [.story, article]\n", "<article>" + LONG + "</article>");

    assertThat(page.rule().says())
        .extracting(RuleStatement::key, RuleStatement::what)
        .containsExactly(tuple("content", ".story"), tuple("content", "article"));
  }

  @Test
  void anotherKeyIsAMistake() {
    assertThatThrownBy(() -> judge("  frst: [.story]\n", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            r.yaml:4:3: content: unknown key `frst`; did you mean `first`?
                  frst: [.story]
                  ^""");
  }
}
