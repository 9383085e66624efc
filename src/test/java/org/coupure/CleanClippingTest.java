package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cleans the bare texts of the labelled dumps: what is clean already stays as it is. */
class CleanClippingTest {
  private static final Path DUMPS = Path.of("training/dumps");

  /**
   * A poem whose verses look like headlines as much as its title does, a poem whose title is one
   * word, and a notice whose title is a number.
   */
  private static final Set<String> NO_HEADLINE =
      Set.of("48-fr-imprimer-poeme.txt", "90-ru-stihi-sait.txt", "93-cs-obec-kratke.txt");

  private static final Clipper CLIPPER = Clipper.create();

  static List<String> dumps() throws IOException {
    try (Stream<Path> files = Files.list(DUMPS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)) && !NO_HEADLINE.contains(name))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("dumps")
  void staysAsItIs(String name) throws IOException {
    List<String> gold = gold(Files.readAllLines(DUMPS.resolve(name)));
    byte[] bytes = String.join("\n\n", gold).getBytes(UTF_8);

    Article article = CLIPPER.clip(Page.builder(name, bytes).build()).article();

    assertThat(article.headline().title()).isEqualTo(gold.get(0));
    assertThat(article.text()).isEqualTo(String.join("\n\n", gold.subList(1, gold.size())));
  }

  /** Returns the title and the paragraphs, without what is glued to them. */
  private static List<String> gold(List<String> lines) {
    List<String> gold = new ArrayList<>();
    boolean inText = false;
    for (String line : lines) {
      char mark = line.isEmpty() ? ' ' : line.charAt(0);
      String text = line.length() < 2 ? "" : line.substring(2);
      if (mark == 'T' || mark == '+') {
        gold.add(text);
      } else if (inText && (mark == '~' || mark == '=')) {
        gold.set(gold.size() - 1, gold.get(gold.size() - 1) + (mark == '~' ? " " : "") + text);
      }
      inText = mark == 'T' || mark == '+' || (inText && (mark == '~' || mark == '='));
    }
    return gold.stream()
        .map(
            text ->
                text.replaceAll("\\[\\[.*?\\]\\]+", "").strip().replaceAll("[\\s\\u3000]+", " "))
        .toList();
  }
}
