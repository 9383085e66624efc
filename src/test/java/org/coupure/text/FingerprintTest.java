package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  private static final String TEXT =
      """
      Fermé depuis le mois de mars, le vieux pont de la ville rouvre lundi matin aux voitures, a
      annoncé la mairie, après six mois de travaux que les commerçants ont trouvés longs. Nous
      avons refait les piles, les câbles et la chaussée, explique l’ingénieur chargé du chantier,
      qui assure que l’ouvrage tiendra cinquante ans au moins sans autre réparation. Le coût a
      finalement dépassé les trois millions, et l’opposition demande qu’une commission examine les
      comptes avant la fin de l’année. La mairie répond que tout est public et que chacun peut venir
      consulter les factures au service technique, les mardis et jeudis matin.
      """;

  private static final String CHINESE =
      "昨天晚上，北京下了一场大雨，许多街道被淹，交通中断了两个小时。居民们说，这样的情况已经很多年没有出现过了。"
          + "市政府表示，排水系统将在明年春天之前全部更新，工程费用由市财政承担，预计需要三亿元。专家认为，"
          + "仅靠排水管道是不够的，城市需要更多的绿地和湿地来吸收雨水，减少内涝的风险。";

  private static int distance(String one, String other) {
    long a = Long.parseUnsignedLong(Fingerprint.of(one).simhash(), 16);
    long b = Long.parseUnsignedLong(Fingerprint.of(other).simhash(), 16);
    return Long.bitCount(a ^ b);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | e3b0c44298fc1c14",
        "' … — ' | e3b0c44298fc1c14",
        "Abc | ba7816bf8f01cfea",
        "a-b, C! | ba7816bf8f01cfea",
        "aBc\t. | ba7816bf8f01cfea",
      })
  void textHashIsTheBeginningOfASha256(String text, String hash) {
    assertThat(Fingerprint.of(text).textHash()).isEqualTo(hash);
  }

  @Test
  void textHashSeesLettersOnly() {
    String other = TEXT.replace(',', ';').replace(' ', '\n').toUpperCase(Locale.ROOT);

    assertThat(Fingerprint.of(other).textHash()).isEqualTo(Fingerprint.of(TEXT).textHash());
    assertThat(Fingerprint.of(TEXT + "x").textHash()).isNotEqualTo(Fingerprint.of(TEXT).textHash());
    assertThat(Fingerprint.of("𝒜").textHash()).isNotEqualTo(Fingerprint.of("𝒝").textHash());
  }

  @Test
  void nearlyEqualTextsDifferInFewBits() {
    assertThat(distance(TEXT, TEXT)).isZero();
    assertThat(distance(TEXT, TEXT.replace(',', '.').replace('\n', ' '))).isZero();
    assertThat(distance(TEXT, TEXT.replace("trois millions", "quatre millions")))
        .isLessThanOrEqualTo(12);
    assertThat(distance(TEXT, TEXT + " Lire aussi notre dossier.")).isLessThanOrEqualTo(12);
  }

  @Test
  void otherTextsDifferInMany() {
    String other =
        "Les agriculteurs de la vallée ont manifesté samedi devant la préfecture pour demander des"
            + " aides après la grêle du mois dernier, qui a détruit la moitié des vergers.";

    assertThat(distance(TEXT, other)).isGreaterThan(18);
    assertThat(distance(TEXT, CHINESE)).isGreaterThan(18);
  }

  @Test
  void textsWithoutSpacesAreComparedToo() {
    assertThat(distance(CHINESE, CHINESE.replace("三亿元", "五亿元"))).isLessThanOrEqualTo(12);
    assertThat(distance(CHINESE, "据" + CHINESE)).isLessThanOrEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({"''", "a", "a b", "a b c", "漢字"})
  void shortTextsHaveAHash(String text) {
    assertThat(Fingerprint.of(text).simhash()).matches("[0-9a-f]{16}");
  }

  @Test
  void shortTextsDiffer() {
    assertThat(Fingerprint.of("a b").simhash()).isNotEqualTo(Fingerprint.of("a c").simhash());
    assertThat(Fingerprint.of("a b c").simhash()).isNotEqualTo(Fingerprint.of("c b a").simhash());
  }

  @Test
  void hashesStayWhatTheyWere() {
    // Written into records: a change makes old and new records strangers.
    assertThat(Fingerprint.of("Le conseil a voté le budget mardi soir.").simhash())
        .isEqualTo("a3442744f3aaa800");
  }

  @Test
  void fewAndManyWordsVoteAlike() {
    assertThat(Fingerprint.of("").simhash()).isEqualTo(Fingerprint.of(" - ").simhash());
    assertThat(Fingerprint.of("one two").simhash())
        .isEqualTo(Fingerprint.of("One, two.").simhash());
    // The same shingle again and again, over more words than are counted at a time.
    String once = Fingerprint.of("one one one").simhash();
    for (int words : new int[] {4, 256, 257, 258, 511, 513, 2000}) {
      assertThat(Fingerprint.of("one ".repeat(words)).simhash()).isEqualTo(once);
    }
  }

  /** Texts that fill the buffer with characters of one to four bytes, to each of its places. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "\u00E9", "\u07EA", "\u0800", "\uFFDC", "\uD835\uDC9C", "aé中𝒜"})
  void textHashIsThatOfUtf8(String letters) throws Exception {
    for (int before = 0; before < 5; before++) {
      String text = "b".repeat(before) + letters.repeat(600);
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));

      assertThat(Fingerprint.of(text).textHash()).isEqualTo(HexFormat.of().formatHex(digest, 0, 8));
    }
  }

  @Test
  void capitalsThatBecomeMoreThanOneLetterAreLoweredAsTheJdkDoes() {
    for (String text : List.of("İstanbul", "ΟΔΟΣ", "xİ", "ΣΑΣ")) {
      assertThat(Fingerprint.of(text))
          .isEqualTo(Fingerprint.of(text.toLowerCase(Locale.ROOT)))
          .isEqualTo(Fingerprint.of("  " + text + " "));
    }
  }
}
