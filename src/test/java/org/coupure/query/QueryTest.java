package org.coupure.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  private static final String TITLE = "La Russie rencontre l'Iran";
  private static final String TEXT =
      "À Moscou, le président a parlé de la Syrie. L’œuvre est achevée, dit-on en Europe.";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "syrie AND (russie OR moscou); true",
        "syrie AND (turquie OR damas); false",
        "Syrie MOSCOU; true",
        "syrie turquie; false",
        "syrie ET moscou; true",
        "turquie OU iran; true",
        "syrie SAUF russie; false",
        "syrie NOT turquie; true",
        "syrie -moscou; false",
        "NOT turquie; true",
        "turquie OR syrie AND damas; false",
        "syrie OR turquie AND damas; true",
        "(syrie OR turquie) AND damas; false",
        "\"president a parle\"; true",
        "\"president parle\"; false",
        "«le président»; true",
        "europ*; true",
        "europ; false",
        "\"en eur\"*; true",
        "oeuvre; true",
        "iran; true",
        "title:russie; true",
        "title:syrie; false",
        "titre:(syrie OR iran); true",
        "text:russie; false",
        "text:\"la syrie\"; true",
        "title:russie text:syrie; true",
        "dit-on; true",
        "syrie | turquie; true",
        "turquie|syrie; true",
        "!turquie; true",
        "et; false",
        "a; true",
      })
  void findsWhatIsAskedFor(String query, boolean expected) {
    assertThat(Query.parse(query).matches(TITLE, TEXT)).isEqualTo(expected);
  }

  @Test
  void findsNamesInScriptsWithoutSpaces() {
    assertThat(Query.parse("叙利亚").matches(null, "俄罗斯和叙利亚总统会晤")).isTrue();
    assertThat(Query.parse("叙亚").matches(null, "俄罗斯和叙利亚总统会晤")).isFalse();
  }

  @Test
  void foldsCyrillicGreekAndGerman() {
    assertThat(Query.parse("МОСКВА").matches("Москва́ сегодня", "")).isTrue();
    assertThat(Query.parse("αθηνα").matches("Αθήνα", "")).isTrue();
    assertThat(Query.parse("strasse").matches("Die Straße", "")).isTrue();
    assertThat(Query.parse("istanbul").matches("İSTANBUL", "")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "syrie AND; 9; something is missing at the end",
        "(syrie OR moscou; 0; this \"(\" is never closed",
        "syrie); 5; \")\" without a \"(\" before it",
        "AND syrie; 0; a word is missing before AND",
        "syrie OR OR moscou; 9; a word is missing before OR",
        "\"la syrie; 0; this quotation mark is never closed",
        "syrie (); 7; a word is missing before this \")\"",
        "syrie *; 6; a star needs a letter of its word beside it",
        "syrie NEAR/3; 12; something is missing at the end",
        "syrie NEAR moscou; 6; NEAR wants the most words between, such as NEAR/5",
        "syrie NEAR/x moscou; 6; NEAR wants the most words between, such as NEAR/5",
        "NEAR/3 syrie; 0; a word is missing before NEAR/3",
        "(a b) NEAR/3 c; 0; NEAR joins words, phrases and groups of them with OR between them only",
        "x (a b)>=2; 2; a number of places can be asked of words, phrases and groups of them with OR between them only",
        "auteur:dupont moscou; -1; -",
        "auteur: dupont; 0; only title:, text:, site:, author: and section: can be searched apart, not auteur:",
        "syrie ...; 6; there is no word in this",
      })
  void pointsIntoTheQueryAtWhatIsWrong(String query, int position, String sentence) {
    if (position < 0) {
      assertThat(Query.parse(query).matches(null, "auteur dupont moscou")).isTrue();
      return;
    }
    assertThatThrownBy(() -> Query.parse(query))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessage(sentence + "\n    " + query + "\n    " + " ".repeat(position) + "^");
  }

  @Test
  void refusesTheEmptyAndTheEndless() {
    assertThatThrownBy(() -> Query.parse("  ")).hasMessageStartingWith("the query is empty");
    assertThatThrownBy(() -> Query.parse("(".repeat(5000)))
        .hasMessageStartingWith("nested deeper than 50 levels");
    assertThatThrownBy(() -> Query.parse("a ".repeat(10_000)))
        .hasMessageStartingWith("the query is longer than 10000 characters");
    assertThatThrownBy(() -> Query.parse("-".repeat(5000) + "a"))
        .hasMessageStartingWith("nested deeper than 50 levels");
  }
}
