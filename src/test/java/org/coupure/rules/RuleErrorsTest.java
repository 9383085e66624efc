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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            "site.yaml:2:11: content: unknown key `a`",
            "site.yaml:3:9: remove: the list is empty; leave the key out",
            "site.yaml:4:7: title: text or a list of texts is wanted, and this is nothing");
  }

  @Test
  void brokenYamlIsSaidWithItsPlace() throws IOException {
    assertThat(messages("match: {hosts: example.org\ncontent: p\n"))
        .singleElement()
        .asString()
        .startsWith("site.yaml:2:8: not YAML: ");
    assertThat(messages("")).containsExactly("site.yaml:1:1: the file is empty");
    assertThat(messages("- a\n"))
        .singleElement()
        .asString()
        .startsWith("site.yaml:1:1: a rule is keys with values, beginning with `match:`");
  }

  @Test
  void fileOfCommentsIsARuleOutOfUse() throws IOException {
    assertThat(messages("# match: {hosts: example.org}\n# content: p\n")).isEmpty();
  }

  @Test
  void fileThatIsNotUtf8IsRefused() throws IOException {
    Files.write(folder.resolve("latin.yaml"), "title: é".getBytes(StandardCharsets.ISO_8859_1));
    RuleFolder reader = new RuleFolder(folder);
    reader.read();

    assertThat(reader.messages())
        .containsExactly("latin.yaml:1:1: not UTF-8; save it in that charset");
  }

  private List<String> lines(String yaml) throws IOException {
    return messages("match: {hosts: example.org}\n" + yaml).stream()
        .map(message -> message.lines().findFirst().orElseThrow())
        .toList();
  }

  @Test
  void removalsAreExplained() throws IOException {
    assertThat(
            lines("remove: [{afer: .x}, {text: a, after: b}, {text: 're:(?=x)'}, {after: '['}]\n"))
        .containsExactly(
            "site.yaml:2:11: remove: unknown key `afer`; did you mean `after`?",
            "site.yaml:2:22: remove: a selector or one of `text`, `after`, `from`, `before`,"
                + " `section`, `xpath` is wanted, and this is keys with values",
            "site.yaml:2:50: text: bad expression '(?=x)': invalid or unsupported Perl syntax;"
                + " expressions are RE2's, without look-around and back-references",
            "site.yaml:2:71: after: bad selector '[': Did not find balanced marker at ''");
  }

  @Test
  void datesAreExplained() throws IOException {
    assertThat(
            lines(
                "published: {selectors: time, format: 'd MMM bbb', locale: fr_, timezone: Paris}\n"
                    + "valid: {from: 1.1.2024, until: 2020-01-01}\n"))
        .containsExactly(
            "site.yaml:3:15: valid: '1.1.2024' is no day; write it like 2024-03-01",
            "site.yaml:2:59: locale: 'fr_' is no language tag; write it like fr or pt-BR",
            "site.yaml:2:74: timezone: 'Paris' is no time zone; write it like Europe/Paris or"
                + " +01:00",
            "site.yaml:2:38: format: 'd MMM bbb' is no date format; write it like"
                + " d MMMM yyyy HH:mm (java.time): Unknown pattern letter: b");
  }

  @Test
  void promisesAreExplained() throws IOException {
    assertThat(
            lines(
                "title: h1\nexpect: {found: [titl], words: many, word: 3}\n"
                    + "tests:\n  - {page: ../x.html}\n  - {contains: x}\n"
                    + "  - {page: a.html, captured: today, contain: x}\n"))
        .containsExactly(
            "site.yaml:3:18: expect: 'titl' is no key with selectors; did you mean `title`?",
            "site.yaml:3:32: words: a whole number is wanted, such as 80, not 'many'",
            "site.yaml:3:38: expect: unknown key `word`; did you mean `words`?",
            "site.yaml:5:12: page: '../x.html' must be a path beneath the rule's own folder, such"
                + " as tests/story.html",
            "site.yaml:7:30: captured: 'today' is no date; write it like 2026-03-01 or"
                + " 2026-03-01T08:00:00Z",
            "site.yaml:7:37: tests: unknown key `contain`; did you mean `contains`?");
  }

  @Test
  void testNeedsAPage() throws IOException {
    assertThat(lines("title: h1\ntests: {contains: x}\n"))
        .containsExactly("site.yaml:3:8: tests: a test needs `page`, a stored page, or `url`");
  }

  @Test
  void headersAndAccessAreExplained() throws IOException {
    assertThat(
            lines(
                "headers: {Host: x, 'Bad Name': y, X-Zürich: z, X-A: \"a\\nb\"}\n"
                    + "access: {paid: .wall}\n"))
        .containsExactly(
            "site.yaml:2:11: headers: `Host` is set by the fetcher itself",
            "site.yaml:2:20: headers: 'Bad Name' is no header's name",
            "site.yaml:2:35: headers: 'X-Zürich' is no header's name",
            "site.yaml:2:53: headers: a value is one line of plain ASCII characters",
            "site.yaml:3:10: access: unknown key `paid`");
  }

  @Test
  void renderIsTrueOrFalse() throws IOException {
    assertThat(lines("render: perhaps\n"))
        .containsExactly("site.yaml:2:9: render: true or false is wanted, and this is `perhaps`");
  }

  @Test
  void pathBeginsWithASlash() throws IOException {
    assertThat(messages("match: {hosts: example.org, paths: news/*}\ntitle: h1\n"))
        .singleElement()
        .asString()
        .startsWith("site.yaml:1:36: paths: a path begins with a slash; write it like /news/**");
  }

  @Test
  void badPhraseIsExplained() throws IOException {
    assertThat(lines("phrases: ['{few} mehr', '...']\n"))
        .containsExactly(
            "site.yaml:2:11: phrases: only {n} may stand before the end of a phrase: {few} mehr",
            "site.yaml:2:25: phrases: a phrase needs a word");
  }

  private static final String HOST = "match: {hosts: example.org}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "content: #main | 2:9: content: text or a list of texts is wanted, and this is a comment of"
            + " YAML; quote it: '#main'",
        "remove: [.a, #b] | 2:9: not YAML: this list is not closed; YAML reads ` #` as a comment, so"
            + " quote what has one",
        "remove: [.a, .b | 2:9: not YAML: this list is not closed",
        "content: //div | 2:10: content: '//div' is an XPath; write so before it: 'xpath: //div'",
        "content: xpath: //div | 2:15: not YAML: a second colon; a value with `: ` in it wants quotes:"
            + " content: 'xpath: //div'",
        "content: [{xpath: //div}] | 2:12: content: quote an XPath whole: 'xpath: //div'",
        "content: {json: props.body} | 2:17: json: bad JSON path 'props.body': it begins with $, like"
            + " $.props.article.body",
        "remove: 'json:$.a' | 2:9: remove: 'json:$.a': a JSON path gives values, and elements are"
            + " wanted",
        "content-order: rules | 2:16: content-order: page or rule is wanted, and this is `rules`",
        "body: .a | 2:1: unknown key `body`; did you mean `content`?",
        "date: time | 2:1: unknown key `date`; did you mean `published`?",
        "host: a.example | 2:1: unknown key `host`; hosts stand under `match`:"
            + " `match: {hosts: example.org}`",
        "published: {format: dd/mm/YYYY} | 2:21: format: 'dd/mm/YYYY' asks for the year of a week (Y);"
            + " the calendar's is yyyy, and asks for minutes without an hour (m); months are MM",
      })
  void commonSlipsAreSaidWithTheirCure(String line, String message) throws IOException {
    assertThat(messages(HOST + line + "\n").get(0).lines().findFirst().orElseThrow())
        .isEqualTo("site.yaml:" + message);
  }
}
