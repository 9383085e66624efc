package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who judges what a rule's content holds. */
class LooseTest {
  private static final String LONG =
      "The council has met again this week to talk about the bridge, which has been closed since the"
          + " flood of last winter, and about the money that its repair will cost the town.";

  private static final String PAGE =
      "<p>Menu</p><div class=story><p>" + LONG + "</p><p>Short</p><div><p>Box</p></div></div>";

  @TempDir private Path folder;

  private JudgedPage judge(String rule) throws IOException {
    Files.writeString(
        folder.resolve("site.yaml"), "match: {hosts: example.org}\ncontent: .story\n" + rule);
    return new JudgedPage(RuleBook.load(List.of(folder)), JudgedPage.URL, PAGE);
  }

  @Test
  void contentIsLeftOpenAndTheRestDropped() throws IOException {
    JudgedPage page = judge("loose: true\n").concluded();

    assertThat(page.verdictOn("The council")).isEqualTo("open");
    assertThat(page.verdictOn("Menu")).startsWith("drop RULE outside of content");
  }

  @Test
  void whatItKeepsIsKeptWhenTheCertainHaveSpoken() throws IOException {
    JudgedPage page = judge("loose: true\nkeep: .story > p\n");

    assertThat(page.verdictOn("Short")).isEqualTo("open");
    assertThat(page.concluded().verdictOn("Short")).isEqualTo("keep RULE site.yaml:4 .story > p");
    assertThat(page.verdictOn("Box")).isEqualTo("open");
  }

  @Test
  void whoIsSureGoesBeforeWhatALooseRuleKeeps() throws IOException {
    JudgedPage page =
        judge("loose: true\nkeep: .story > p\n")
            .concluded(verdicts -> verdicts.drop(2, Decider.PHRASE, "junk"));

    assertThat(page.verdictOn("Short")).isEqualTo("drop PHRASE junk");
  }

  @Test
  void contentIsLeftOpenUnlessTheRuleIsStrict() throws IOException {
    assertThat(judge("").verdictOn("The council")).isEqualTo("open");
    assertThat(judge("strict: false\n").verdictOn("The council")).isEqualTo("open");
    assertThat(judge("strict: true\n").verdictOn("The council")).startsWith("keep RULE");
  }

  @Test
  void notLooseIsTheOldWordForStrict() throws IOException {
    assertThat(judge("loose: false\n").verdictOn("The council")).startsWith("keep RULE");
  }

  @Test
  void strictAndLooseExcludeEachOther() {
    assertThatThrownBy(() -> judge("strict: true\nloose: true\n"))
        .hasMessageContaining("the rule says both `strict` and `loose`");
  }

  @Test
  void onlyRulesThatDoNotSayHaveChangedTheirMeaning() throws IOException {
    assertThat(judge("").rule().isSilentAboutInside()).isTrue();
    assertThat(judge("strict: false\n").rule().isSilentAboutInside()).isFalse();
  }

  @Test
  void otherRulesKeepBeforeAll() throws IOException {
    assertThat(judge("keep: .story > p\n").verdictOn("Short")).startsWith("keep RULE");
  }
}
