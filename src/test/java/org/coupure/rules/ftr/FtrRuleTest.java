package org.coupure.rules.ftr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.rules.RuleBook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FtrRuleTest {
  private static final Path SAMPLE = Path.of("../shared/data/ftr-sample");
  private static final String HEAD =
      """
      # Imported from ftr-site-config: valley.example.txt
      match:
        hosts: valley.example
        urls: 're:(?i)^https?://(www\\.)?valley\\.example[:/]'
      """;

  @TempDir private Path folder;

  private static FtrRule rule(String text) {
    return FtrRule.of("valley.example.txt", text);
  }

  private static void assertRule(String text, String yaml) {
    assertThat(rule(text).yaml()).isEqualTo(HEAD + yaml);
  }

  private static Note only(String text) {
    List<Note> notes = rule(text).notes();
    assertThat(notes).hasSize(1);
    return notes.get(0);
  }

  @Test
  void fieldsTryTheirLinesInOrder() {
    assertRule(
        """
        title: //h1[@class='head']
        title: substring-before(//title, ' - ')
        author: //a[@rel='author']
        date: //time/@datetime
        """,
        """
        title:
          - h1[class~=^head$]
          - 'xpath:substring-before(//title, '' - '')'
        authors: a[rel~=^author$]
        published: time@datetime
        """);
  }

  @Test
  void severalBodiesAreAlternatives() {
    assertRule("body: //article\n", "content: article\n");
    assertRule(
        "body: //div[@id='a']\nbody: //article | //aside[2]\n",
        """
        content:
          first:
            - 'div#a'
            - 'xpath://article | //aside[2]'
        """);
  }

  @Test
  void stripRemovesWhatAnyPathFinds() {
    assertRule(
        "strip: //nav | //p[contains(., 'a|b')]\nstrip: //nav\n",
        """
        remove:
          - nav
          - 'xpath://p[contains(., ''a|b'')]'
        """);
  }

  @Test
  void stripIdOrClassIsForPartsOfNames() {
    assertRule(
        "strip_id_or_class: 'share'\n", "remove:\n  - '[class~=share]'\n  - '[id~=share]'\n");
    assertRule(
        "strip_id_or_class: ad.box\n",
        """
        remove:
          - 'xpath://*[contains(@class, ''ad.box'')]'
          - 'xpath://*[contains(@id, ''ad.box'')]'
        """);
  }

  @Test
  void stripImageSrcIsForImages() {
    assertRule("strip_image_src: /pixel/\n", "remove: img[src~=/pixel/]\n");
  }

  @Test
  void linksGiveTheirUrl() {
    assertRule(
        """
        next_page_link: //a[@rel='next']
        single_page_link: concat(//link[@rel='canonical']/@href, '?all')
        """,
        """
        next-page: 'xpath:(//a[@rel=''next''])/@href'
        print-page: 'xpath:concat(//link[@rel=''canonical'']/@href, ''?all'')'
        """);
  }

  @Test
  void testsWaitForTheirPages() {
    assertRule(
        """
        body: //article
        test_url: https://valley.example/a
        test_contains: two bridges
        test_contains: 're: a: b'
        test_url: https://valley.example/b
        """,
        """
        content: article
        tests:
          - url: https://valley.example/a
            contains:
              - two bridges
              - '''re: a: b'''
          - url: https://valley.example/b
        """);
  }

  @Test
  void onlyHonestHeadersStay() {
    FtrRule rule =
        rule(
            """
            body: //article
            http_header(Accept-Language): fr
            http_header(referer): https://www.valley.example/
            http_header(Referer): https://search.example/
            http_header(User-Agent): Crawler/1.0
            http_header(cookie): consent=1
            """);

    assertThat(rule.yaml())
        .endsWith("headers:\n  accept-language: fr\n  referer: https://www.valley.example/\n");
    assertThat(rule.notes())
        .extracting(note -> note.line() + " " + note.fate() + " " + note.why())
        .containsExactly(
            "1 TRANSLATED ",
            "2 TRANSLATED ",
            "3 TRANSLATED ",
            "4 DROPPED names another site's page as the one that led here",
            "5 DROPPED Coupure says what it is; --user-agent is a person's decision",
            "6 DROPPED cookies are yours to bring, with --cookie-file");
  }

  @Test
  void sourceIsNotReplacedButProseIs() {
    FtrRule rule = rule("find_string: <h2\nreplace_string: <h3\nreplace_string(»…): »\n");

    assertThat(rule.yaml()).endsWith("replace:\n  - text: '»…'\n    with: '»'\n");
    assertThat(rule.notes())
        .extracting(Note::fate)
        .containsExactly(ImportStatus.DROPPED, ImportStatus.DROPPED, ImportStatus.TRANSLATED);
  }

  @Test
  void bracketsMayHoldColons() {
    assertThat(Statement.read("replace_string(src=\"//a:b(c)): x: y"))
        .containsExactly(new Statement(1, "replace_string", "src=\"//a:b(c)", "x: y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tidy: no",
        "prune: yes",
        "parser: html5php",
        "autodetect_on_failure: no",
        "autodetect_next_page: no",
        "skip_json_ld: yes",
        "convert_double_br_tags: yes",
        "strip_comments: no",
        "footnotes: yes",
        "insert_detected_image: no",
        "wrap_in(figure): //img",
        "move_into(//p): //img",
        "dissolve: //h2",
        "requires_login: yes",
        "not_logged_in_xpath: //form",
        "login_uri: https://valley.example/in",
        "strip: //img/@srcset",
        "strip: //comment()",
        "strip_attr: //p/@class",
        "post_strip_attr: //*/@class",
        "title:"
      })
  void someHasNoMeaningHere(String line) {
    assertThat(only(line).fate()).isEqualTo(ImportStatus.MEANINGLESS);
    assertThat(rule(line).isComplete()).isFalse();
    assertThat(rule("body: //article\n" + line).isComplete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "native_ad_clue: //meta ! records do not tell paid articles apart",
        "if_page_contains: //p ! rules follow a link wherever it is there",
        "skip_id_or_class: x ! exempts elements from what the reader strips by itself",
        "titl: //h1 ! unknown key; `title` may be meant",
        "test_rul: https://valley.example ! unknown key; `test_url` may be meant",
        "bodi: //p ! unknown key",
        "words without a key ! no key",
        "test_contains: x ! has no `test_url` before it",
        "replace_string: x ! has no `find_string` before it",
        "find_string: x ! has no `replace_string` behind it",
        "body: //meta/@content ! gives a text, and a container is an element",
        "body: string(//p) ! gives a text, and a container is an element",
        "strip: //p/text()[2] ! takes a text out of its element; write it as `strip`",
        "strip: //p[contain(., 'x')] ! not XPath 1.0: Could not find function: contain"
      })
  void someIsDroppedAndSaysWhy(String line, String why) {
    assertThat(only(line))
        .extracting(Note::fate, Note::why)
        .containsExactly(ImportStatus.DROPPED, why);
    assertThat(only("\n# comment\n" + line).line()).isEqualTo(3);
  }

  @Test
  void ruleNamesWhatItLacks() {
    FtrRule rule = rule("body: //article\nstrip: //p[\n");

    assertThat(rule.yaml()).contains("\n# dropped: line 2, strip: not XPath 1.0: ");
    assertThat(rule.isComplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "valley.example.txt, valley.example, valley.example.yaml",
    ".Valley.example.txt, *.valley.example, any.valley.example.yaml",
    "www.valley.example.txt, valley.example, valley.example.yaml",
    "gov.uk.txt, www.gov.uk, gov.uk.yaml"
  })
  void fileNameIsTheHost(String file, String hosts, String name) {
    FtrRule rule = FtrRule.of(file, "body: //article");

    assertThat(rule.name()).isEqualTo(name);
    assertThat(rule.yaml()).containsPattern("hosts: '?\\Q" + hosts + "\\E'?\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LICENSE.txt", "global.txt", "valley.example", ".txt", "a..txt"})
  void otherFilesAreForNoSite(String file) {
    assertThat(FtrRule.of(file, "body: //article").why()).isEqualTo("its name is no host's");
  }

  @Test
  void rulesLoadWhateverTheirTextsHold() throws IOException {
    String odd = "body: //p[. = \"it's # a: [b] {c} 'd'\"]\ntest_url: http://a.example/#x\u0007\n";
    FtrRule rule = rule(odd + "author: //b[. = '\u00e9\ud83d\ude00\ufffe']\n");
    Files.writeString(folder.resolve(rule.name()), String.valueOf(rule.yaml()));

    assertThat(RuleBook.mistakes(List.of(folder))).isEmpty();
  }

  /** The sample is not part of the repository. */
  @Test
  void nearlyAllOfTheCollectionKeepsItsExtractionLines() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SAMPLE), SAMPLE + " is not here");
    List<FtrRule> rules = new ArrayList<>();
    try (Stream<Path> files = Files.list(SAMPLE)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
        rules.add(FtrRule.of(String.valueOf(file.getFileName()), Files.readString(file)));
      }
    }
    List<FtrRule> written = rules.stream().filter(rule -> rule.yaml() != null).toList();
    for (FtrRule rule : written) {
      Files.writeString(folder.resolve(rule.name()), String.valueOf(rule.yaml()));
    }

    assertThat(RuleBook.mistakes(List.of(folder))).isEmpty();
    assertThat(written.stream().filter(FtrRule::isComplete).count())
        .isGreaterThan(written.size() * 97L / 100);
  }
}
