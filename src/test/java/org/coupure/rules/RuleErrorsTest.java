package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who wrote a rule with mistakes. */
class RuleErrorsTest {
  @TempDir private Path folder;

  private List<String> messages(String yaml) throws IOException {
    Files.writeString(folder.resolve("site.yaml"), yaml);
    RuleFolder reader = new RuleFolder(folder);
    reader.read();
    return reader.messages();
  }

  @Test
  void allMistakesOfAFileComeTogetherWithTheirLines() throws IOException {
    assertThat(
            messages(
                """
                match:
                  hosts: example.org
                  clases: [a]
                contents: .text
                remove:
                  - .ad
                  - div[class=
                """))
        .containsExactly(
            """
            site.yaml:3:3: match: unknown key `clases`; did you mean `classes`?
                  clases: [a]
                  ^""",
            """
            site.yaml:4:1: unknown key `contents`; did you mean `content`?
                contents: .text
                ^""",
            """
            site.yaml:7:5: remove: bad selector 'div[class=': Did not find balanced marker at \
            'class='
                  - div[class=
                    ^""");
  }

  @Test
  void loadThrowsTheMistakesOfAllFiles() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "content: .a\n");
    Files.writeString(folder.resolve("b.yml"), "match: {hosts: b.example}\n");

    assertThatThrownBy(() -> RuleBook.load(List.of(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            a.yaml:1:1: `match` is missing; say for which hosts or marks this rule is
                content: .a
                ^
            b.yml:1:1: the rule selects nothing; give it `content`, `remove` or a field
                match: {hosts: b.example}
                ^""");
  }

  @Test
  void badXPathIsFoundWhenTheRuleIsLoaded() throws IOException {
    assertThat(messages("match: {hosts: example.org}\nremove: 'xpath://div['\n"))
        .singleElement()
        .asString()
        .startsWith("site.yaml:2:9: remove: bad XPath '//div[': ");
  }

  @Test
  void attributeIsForFieldsOnly() throws IOException {
    assertThat(messages("match: {hosts: example.org}\nremove: time@datetime\n"))
        .containsExactly(
            """
            site.yaml:2:9: remove: bad selector 'time@datetime': an @attribute gives a value, \
            and elements are wanted
                remove: time@datetime
                        ^""");
  }

  @Test
  void hostMustBeAHost() throws IOException {
    assertThat(messages("match: {hosts: ['https://example.org/', org]}\ncontent: p\n"))
        .extracting(message -> message.lines().findFirst().orElseThrow())
        .containsExactly(
            "site.yaml:1:17: hosts: 'https://example.org/' is not a host name;"
                + " write it like news.example.org",
            "site.yaml:1:41: hosts: 'org' is not a host name;" + " write it like news.example.org");
  }

  @Test
  void themeWithoutACheapMarkIsRefused() throws IOException {
    assertThat(messages("match: {selector: .story}\ncontent: p\n"))
        .singleElement()
        .asString()
        .startsWith(
            "site.yaml:1:8: match: needs `hosts`, `classes`, `all-classes`, `body-classes` or"
                + " `generator`, so that other pages are told apart without searching them");
  }

  @Test
  void siteAndThemeDoNotMix() throws IOException {
    assertThat(messages("match: [{hosts: example.org}, {classes: x}]\ncontent: p\n"))
        .singleElement()
        .asString()
        .startsWith("site.yaml:1:8: match: either all of the list has `hosts`, or none");
  }

  @Test
  void sameKeyTwiceIsAMistake() throws IOException {
    assertThat(messages("match: {hosts: example.org}\nremove: .a\nremove: .b\n"))
        .containsExactly(
            """
            site.yaml:3:1: `remove` stands here twice; make it one list
                remove: .b
                ^""");
  }

  @Test
  void wrongShapesAreNamed() throws IOException {
    assertThat(messages("match: {hosts: example.org}\ncontent: {a: b}\nremove: []\ntitle:\n"))
        .extracting(message -> message.lines().findFirst().orElseThrow())
        .containsExactly(
            "site.yaml:2:10: content: text or a list of texts is wanted, and this is keys with"
                + " values",
            "site.yaml:3:9: remove: the list is empty; leave the key out",
            "site.yaml:4:7: title: text or a list of texts is wanted, and this is nothing");
  }

  @Test
  void brokenYamlIsSaidWithItsPlace() throws IOException {
    assertThat(messages("match: {hosts: example.org\ncontent: p\n"))
        .singleElement()
        .asString()
        .startsWith("site.yaml:2:8: not YAML: ");
    assertThat(messages(""))
        .containsExactly("site.yaml:1:1: the file is empty; a rule needs at least `match`");
    assertThat(messages("- a\n"))
        .singleElement()
        .asString()
        .startsWith("site.yaml:1:1: a rule is keys with values, beginning with `match:`");
  }

  @Test
  void fileThatIsNotUtf8IsRefused() throws IOException {
    Files.write(folder.resolve("latin.yaml"), "title: é".getBytes(StandardCharsets.ISO_8859_1));
    RuleFolder reader = new RuleFolder(folder);
    reader.read();

    assertThat(reader.messages())
        .containsExactly("latin.yaml:1:1: not UTF-8; save it in that charset");
  }
}
