package org.coupure.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {
  private static final Provenance PROVENANCE =
      new Provenance("a.html", null, "UTF-8 (header)", null, "1");

  private static Article full() {
    return Article.builder("7", PROVENANCE)
        .headline(new Headline("t", "s", "d"))
        .byline(new Byline(List.of("Anna"), "AFP"))
        .dates(new Dates(Moment.of(LocalDate.of(2024, 5, 6)), null, Instant.ofEpochSecond(1)))
        .place(new WebLocation("https://example.com/a", null, "Example", "Monde"))
        .language("fr")
        .tags(List.of("x", "y"))
        .body(List.of(new Passage(PassageKind.HEADING, "h", 2), Passage.paragraph("p")))
        .images(List.of(new Image("https://example.com/a.jpg", "c", null)))
        .access(Access.METERED)
        .rights(new Rights("CC-BY", null, true, null, null, null))
        .quality(new Quality(0.5, 2, "generic", List.of()))
        .duplicate(new Duplicate("a", "b", null, null))
        .explanation(new Explanation(List.of(new Evidence("title", "meta", null, "T")), List.of()))
        .build();
  }

  @Test
  void copiesEqualTheirOriginal() {
    assertThat(full().toBuilder().build()).isEqualTo(full());
  }

  @Test
  void changedCopiesDifferInTheirChangeOnly() {
    Article changed = full().toBuilder().language("en").build();

    assertThat(changed.language()).isEqualTo("en");
    assertThat(changed.toBuilder().language("fr").build()).isEqualTo(full());
  }

  @Test
  void nothingIsKnownAtFirst() {
    Article article = Article.builder("7", PROVENANCE).build();

    assertThat(article.headline()).isEqualTo(Headline.NONE);
    assertThat(article.byline().authors()).isEmpty();
    assertThat(article.dates()).isEqualTo(Dates.NONE);
    assertThat(article.place()).isEqualTo(WebLocation.NONE);
    assertThat(article.language()).isNull();
    assertThat(article.access()).isEqualTo(Access.UNKNOWN);
    assertThat(article.rights()).isEqualTo(Rights.UNSTATED);
    assertThat(article.quality()).isEqualTo(Quality.NONE);
    assertThat(article.duplicate()).isEqualTo(Duplicate.NONE);
    assertThat(article.explanation()).isEqualTo(Explanation.NONE);
    assertThat(article.text()).isEmpty();
  }

  @Test
  void textIsThePassagesWithABlankLineBetween() {
    assertThat(full().text()).isEqualTo("h\n\np");
  }

  @Test
  void listsAreCopied() {
    List<String> tags = new ArrayList<>(List.of("x"));
    List<Passage> body = new ArrayList<>(List.of(Passage.paragraph("p")));
    Article article = Article.builder("7", PROVENANCE).tags(tags).body(body).build();
    tags.add("y");
    body.clear();

    assertThat(article.tags()).containsExactly("x");
    assertThat(article.text()).isEqualTo("p");
    assertThatThrownBy(() -> article.tags().add("z"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void identityAndOriginAreNeeded() {
    assertThatNullPointerException()
        .isThrownBy(() -> Article.builder(null, PROVENANCE))
        .withMessage("id");
    assertThatNullPointerException()
        .isThrownBy(() -> Article.builder("7", null))
        .withMessage("provenance");
  }

  // Parts

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u3000"})
  void passagesNeedText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Passage.paragraph(text))
        .withMessage("a passage needs text");
  }

  @Test
  void levelsAreNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Passage(PassageKind.HEADING, "h", -1))
        .withMessage("level -1 of \"h\" is negative");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void confidenceIsAShare(double confidence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quality(confidence, 1, "generic", List.of()))
        .withMessage("confidence must lie within 0 and 1, was " + confidence);
  }

  @Test
  void flagsAreSortedAndUnique() {
    assertThat(new Quality(1, 1, "rule", List.of("b", "a", "b")).flags()).containsExactly("a", "b");
  }

  @Test
  void verdictsAreKeptOrDropped() {
    Verdict keep = Verdict.keep(PassageKind.QUOTE, Decider.RULE, "example.yaml:3");
    Verdict drop = Verdict.drop(Decider.PHRASE, "ad fr.txt:2");

    assertThat(keep.kept()).isTrue();
    assertThat(keep.keptAs()).isEqualTo(PassageKind.QUOTE);
    assertThat(drop.kept()).isFalse();
    assertThat(drop.keptAs()).isNull();
    assertThatNullPointerException()
        .isThrownBy(() -> Verdict.keep(null, Decider.RULE, "x"))
        .withMessage("kind");
  }
}
