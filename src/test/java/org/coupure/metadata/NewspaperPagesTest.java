package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.article.Moment;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Title, authors and days of small pages such as newspapers and blogs write, in 29 languages. What
 * is right stands in gold.tsv beside them.
 */
class NewspaperPagesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/coupure/metadata/pages");
  private static final Clipper CLIPPER = Clipper.builder().build();

  static Stream<List<String>> pages() throws IOException {
    return Files.readAllLines(FOLDER.resolve("gold.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readsTitleAuthorsAndDays(List<String> gold) throws IOException {
    Path file = FOLDER.resolve(gold.get(0) + ".html");
    Page page = Page.builder(file.toString(), Files.readAllBytes(file)).url(gold.get(1)).build();
    Article article = CLIPPER.clip(page).article();

    assertThat(article).isNotNull();
    assertThat(gold.get(2).split("\\|")).contains(shown(article.headline().title()));
    assertThat(gold.get(3).split("\\|")).contains(shown(authors(article)));
    assertThat(day(article.dates().published())).isEqualTo(gold.get(4));
    assertThat(day(article.dates().modified())).isEqualTo(gold.get(5));
  }

  private static @Nullable String authors(Article article) {
    List<String> authors = article.byline().authors();
    return authors.isEmpty() ? null : String.join("; ", authors);
  }

  private static String day(@Nullable Moment moment) {
    return moment == null ? "-" : moment.time().toLocalDate().toString();
  }

  private static String shown(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
