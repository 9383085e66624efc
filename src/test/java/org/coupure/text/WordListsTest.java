package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coupure.text.WordLists.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordListsTest {
  @Test
  void entriesStandBehindTheirKeyOrBelowIt() {
    List<Entry> entries =
        WordLists.parse("x.txt", "# c\n\nad: a; b\nad label:\n  [c] # 1\n  # no\n  d: e\nad: f:");

    assertThat(entries)
        .containsExactly(
            new Entry("ad", "a; b", "x.txt", 3),
            new Entry("ad label", "[c] # 1", "x.txt", 5),
            new Entry("ad label", "d: e", "x.txt", 7),
            new Entry("ad", "f:", "x.txt", 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b~word | x.txt:2: expected 'key: values', or 'key:' above indented lines",
        "a: b~  c | x.txt:2: expected a line 'key:' above this one",
      })
  void namesTheLineThatIsWrong(String text, String message) {
    assertThatThrownBy(() -> WordLists.parse("x.txt", text.replace('~', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  static List<String> files() throws IOException {
    Path config = Path.of("config");
    try (Stream<Path> files = Files.walk(config)) {
      return files
          .map(config::relativize)
          .map(file -> file.toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyWordFileHasTheOneSyntaxAndIsTold(String file) throws IOException {
    assertThat(WordLists.lines(file)).isNotEmpty();
    String told = file.startsWith("phrases/") ? "phrases/*.txt" : file;
    assertThat(Files.readString(Path.of("docs/word-files.md"))).contains("`" + told + "`");
  }

  @Test
  void linesMayEndInAnyWayTheFileDoes() {
    assertThat(WordLists.parse("x.txt", "a: b")).containsExactly(new Entry("a", "b", "x.txt", 1));
    assertThat(WordLists.parse("x.txt", "a: b  \n\n"))
        .containsExactly(new Entry("a", "b", "x.txt", 1));
    assertThat(WordLists.parse("x.txt", "")).isEmpty();
  }

  @Test
  void splitsAtSeparatorsAndLeavesOutBlanks() {
    assertThat(WordLists.split(" a b; c ;; ;d", ';')).containsExactly("a b", "c", "d");
    assertThat(WordLists.split("a", ';')).containsExactly("a");
    assertThat(WordLists.split("", ';')).isEmpty();
    assertThat(WordLists.entries(Map.of("k", "a; b ;a"), "k")).containsExactlyInAnyOrder("a", "b");
    assertThat(WordLists.entries(Map.of(), "k")).isEmpty();
  }

  @Test
  void readsAFileAsListsWordsOrOneSet() {
    String file = "byline/words.txt";
    Map<String, List<String>> words = WordLists.words(file);

    assertThat(words).isNotEmpty();
    assertThat(WordLists.load(file).keySet()).containsExactlyElementsOf(words.keySet());
    words.forEach(
        (key, list) ->
            assertThat(String.join(" ", list))
                .isEqualTo(WordLists.load(file).get(key).replaceAll(" +", " ")));
    assertThat(WordLists.set(file))
        .containsExactlyInAnyOrderElementsOf(
            words.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
  }

  @Test
  void aFileThatTheJarLacksIsAnError() {
    assertThatThrownBy(() -> WordLists.lines("no/such.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("missing in the jar: /org/coupure/config/no/such.txt");
  }
}
