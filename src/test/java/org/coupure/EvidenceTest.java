package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.article.Evidence;
import org.coupure.article.Moment;
import org.coupure.date.DateParser;
import org.coupure.date.Months;
import org.coupure.date.UrlDate;
import org.coupure.page.Page;
import org.coupure.text.TextKey;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the evidence of a field names is what gives the field's value, on all stored pages. */
class EvidenceTest {
  private static final Clipper CLIPPER = Clipper.builder().explain(true).build();
  private static final DateParser DATES = DateParser.load(Months.load());

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("fixtures", "src/test/resources/org/coupure")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".html")).sorted().forEach(pages::add);
      }
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesWhatGivesTheValue(Path file) throws IOException {
    Page page = Page.builder(file.toString(), Files.readAllBytes(file)).build();
    Article found = CLIPPER.clip(page).article();

    if (found != null) {
      assertSays(found, "title", found.headline().title());
      assertSays(found, "subtitle", found.headline().subtitle());
      assertSays(found, "description", found.headline().description());
      assertSays(found, "section", found.place().section());
      found.byline().authors().forEach(author -> assertSays(found, "authors", author));
      found.tags().forEach(tag -> assertSays(found, "tags", tag));
      assertDated(found, "published", found.dates().published());
      assertDated(found, "modified", found.dates().modified());
    }
  }

  private static void assertSays(Article article, String field, @Nullable String value) {
    if (value != null) {
      String raws = String.join(" ", raws(article, field));
      assertThat(key(raws)).as("%s: %s", field, value).contains(key(value));
    }
  }

  /** Entities in raw values are not decoded. */
  private static String key(String text) {
    return TextKey.of(Parser.unescapeEntities(text, false));
  }

  private static void assertDated(Article article, String field, @Nullable Moment value) {
    List<String> raws = raws(article, field);
    if (value == null) {
      assertThat(raws).isEmpty();
      return;
    }
    String language = article.language() == null ? "" : article.language();
    Moment read = DATES.parse(raws.get(0), Locale.forLanguageTag(language));
    read = read == null ? UrlDate.parse(raws.get(0)) : read;

    assertThat(raws).hasSize(1);
    assertThat(read).isNotNull();
    assertThat(read.time().toLocalDate()).isEqualTo(value.time().toLocalDate());
  }

  private static List<String> raws(Article article, String field) {
    return article.explanation().evidence().stream()
        .filter(evidence -> evidence.field().equals(field))
        .map(Evidence::raw)
        .map(raw -> raw == null ? "" : raw)
        .toList();
  }
}
