package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of text that are bylines. */
class BylineLinesTest {
  private static final BylineParser PARSER = BylineParser.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Par Jean Dupont, envoyé spécial | Jean Dupont",
        "PAR JEAN DUPONT | JEAN DUPONT",
        "Propos recueillis par Anne-Marie Le Goff et Luc d'Ormesson | Anne-Marie Le Goff;Luc d'Ormesson",
        "By Jane Doe and John Q. Roe | Jane Doe;John Q. Roe",
        "By Jane Doe on March 3, 2025 | Jane Doe",
        "Written by: Ludwig van Beethoven | Ludwig van Beethoven",
        "Von Jürgen Müller, Berlin | Jürgen Müller",
        "Ein Kommentar von Ursula von der Heide | Ursula von der Heide",
        "Por María Ñúñez y Álvaro de la Fuente | María Ñúñez;Álvaro de la Fuente",
        "di Paolo Rossi | Paolo Rossi",
        "Por João da Silva, em Lisboa | João da Silva",
        "Door Pieter de Vries | Pieter de Vries",
        "Autor: Łukasz Kowalski | Łukasz Kowalski",
        "Napsala Jana Nováková | Jana Nováková",
        "Scris de Ștefan Țuțea | Ștefan Țuțea",
        "Írta: Kovács Béla | Kovács Béla",
        "Av Åsa Öberg | Åsa Öberg",
        "Af Søren Kjær | Søren Kjær",
        "Kirjoittaja: Pekka Virtanen | Pekka Virtanen",
        "Автор: Иван Петров | Иван Петров",
        "Автор: Оксана Шевченко та Ігор Бондар | Оксана Шевченко;Ігор Бондар",
        "Yazan: İsmail Şahin | İsmail Şahin",
        "Γράφει ο Νίκος Παπαδόπουλος | Νίκος Παπαδόπουλος",
        "Του Νίκου Παπαδόπουλου | Νίκου Παπαδόπουλου",
        "بقلم: محمد عبد الله | محمد عبد الله",
        "نویسنده: رضا احمدی | رضا احمدی",
        "מאת: דוד כהן | דוד כהן",
        "文：山田太郎 | 山田太郎",
        "记者：王小明 | 王小明",
        "Oleh Budi Santoso | Budi Santoso",
        "Par Ahmad al-Charaa | Ahmad al-Charaa",
        "By Martin Luther King Jr. | Martin Luther King Jr.",
      })
  void readsTheNames(String line, String names) {
    assertThat(PARSER.names(line)).containsExactly(names.split(";"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Par ailleurs, le ministre se rend à Alger",
        "Par exemple",
        "Par Toutatis !",
        "Par Jean Dupont, le ministre a appris la nouvelle.",
        "By the way",
        "By and large",
        "By Monday, John Smith had left.",
        "By",
        "Von wegen",
        "Von Angela Merkel enttäuscht, wandte er sich ab",
        "Por fin llegó Juan Pérez",
        "Por supuesto, Juan",
        "Di nuovo insieme",
        "Door het raam",
        "De la Paris la Londra",
        "كتب الرئيس رسالة طويلة",
        "Автор книги",
        "Autor Jan",
        "Text",
        "",
        "Jean Dupont",
        "Par AFP",
      })
  void isNotFooledByTheFirstWord(String line) {
    assertThat(PARSER.names(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"R. I.", "A.B.", "(A. B.)", "J.-P. D.", "É. Z."})
  void knowsInitials(String line) {
    assertThat(BylineParser.isSignature(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Non.", "OK.", "A", "AFP", "R. Ivanov", "", "1. 2.", "(AFP)", "J’ai."})
  void tellsWordsFromInitials(String line) {
    assertThat(BylineParser.isSignature(line)).isFalse();
  }

  @Test
  void keepsAgenciesApart() {
    assertThat(PARSER.agencies("(AFP)")).containsExactly("AFP");
    assertThat(PARSER.agencies("Avec AFP et Reuters")).containsExactly("AFP", "Reuters");
    assertThat(PARSER.agencies("Quelle: dpa")).containsExactly("dpa");
    assertThat(PARSER.agencies("AFP/Reuters")).containsExactly("AFP", "Reuters");
    assertThat(PARSER.agencies("AP has learned that")).isEmpty();
    assertThat(PARSER.names("Par Jean Dupont (AFP)")).containsExactly("Jean Dupont");
  }

  @Test
  void endsSoonOnALongLine() {
    assertThat(PARSER.names("By " + "A".repeat(5_000_000))).isEmpty();
    assertThat(BylineParser.isSignature("A.".repeat(5_000_000))).isFalse();
  }
}
