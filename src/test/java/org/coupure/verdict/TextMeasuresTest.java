package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.Cut;
import org.coupure.text.Tokens;
import org.coupure.text.WordSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMeasuresTest {
  private static TextMeasures measure(String... texts) {
    String html = "<p>" + String.join("<p>", texts);
    return new TextMeasures(
        Cut.page(html).list(), WordSet.of("le la de"), WordSet.of("Le pont"), WordSet.of("rouvre"));
  }

  private static TextMeasures measureDump(String... texts) {
    String html = "<p>" + String.join("<p>", texts);
    return TextMeasures.ofDump(Cut.page(html).list(), WordSet.EMPTY, WordSet.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Le pont de la ville. | 5 | 0 | 1",
        "a, b; c، d、e，f | 6 | 5 | 0",
        "3.5 millions... | 3 | 0 | 1",
        "Oui ! Non ? Si… | 3 | 0 | 3",
        "昨天。今天！ | 2 | 0 | 2",
        "https://example.com/a.b | 5 | 0 | 0",
        "… | 0 | 0 | 1",
      })
  void wordsCommasAndSentencesAreCounted(String text, int tokens, int commas, int sentences) {
    TextMeasures m = measure(text);

    assertThat(m.tokens[0]).isEqualTo(tokens).isEqualTo(Tokens.count(text));
    assertThat(m.commas[0]).isEqualTo(commas);
    assertThat(m.sentences[0]).isEqualTo(sentences);
  }

  @Test
  void lettersAreCounted() {
    TextMeasures m = measureDump("Le PONT 42 d'Été");

    assertThat(m.letters[0]).isEqualTo(10);
    assertThat(m.uppers[0]).isEqualTo(6);
    assertThat(m.digits[0]).isEqualTo(2);
    assertThat(m.capitalised[0]).isEqualTo(3);
    assertThat(m.shortWords[0]).isEqualTo(4);
  }

  @Test
  void knownWordsAreCounted() {
    TextMeasures m = measure("Le pont, le Pont rouvre de nuit");

    assertThat(m.functionWords[0]).isEqualTo(3);
    assertThat(m.titleHits[0]).isEqualTo(4);
    assertThat(m.descriptionHits[0]).isEqualTo(1);
    assertThat(m.distinct[0]).isEqualTo(5);
  }

  @Test
  void amountsBesideACurrencyArePrices() {
    TextMeasures m = measure("Now $ 5", "only 5 €", "£5", "US$", "5 or 6", "A $ is a 5");

    assertThat(m.priced).containsExactly(false, true, true, false, false, false);
  }

  @Test
  void separatorsAndUrlsAreCounted() {
    TextMeasures m = measureDump("Accueil > Monde | Europe · Nord", "anna@example.com https://a");

    assertThat(m.separators).containsExactly(3, 2);
    assertThat(m.urls).containsExactly(0, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "oui | 0 | 0",
        "Oui. | 1 | 3",
        "12 h | 2 | 0",
        "« Oui » | 3 | 3",
        "\"Oui\" | 3 | 3",
        "— Oui : | 4 | 2",
        "Oui, | 1 | 1",
        "(oui) | 4 | 0.5",
        "نعم؟ | 1 | 3",
        "是。 | 1 | 3",
        "- | 4 | 0.5",
      })
  void beginningsAndEndsAreTold(String text, int begin, float end) {
    TextMeasures m = measureDump(text);

    assertThat(m.begins[0]).isEqualTo(begin);
    assertThat(m.ends[0]).isEqualTo(end);
  }

  @Test
  void equalWordsHaveEqualHashes() {
    TextMeasures m = measure("Le pont rouvre.", "le PONT, rouvre", "le pont ferme");

    assertThat(m.hashes[0]).isEqualTo(m.hashes[1]).isNotEqualTo(m.hashes[2]);
  }

  @Test
  void pagesAreNotToldByWhatOnlyDumpsAre() {
    TextMeasures m = measure("Le 12, anna@example.com");

    assertThat(m.digits).isEmpty();
    assertThat(m.urls).isEmpty();
    assertThat(m.begins).isEmpty();
  }

  @Test
  void noBlocksHaveNoMeasures() {
    assertThat(measure().tokens).isEmpty();
  }
}
