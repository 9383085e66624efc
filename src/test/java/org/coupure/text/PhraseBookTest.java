package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coupure.text.Phrase.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseBookTest {
  private final PhraseBook book = PhraseBook.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[ad_1] | AD",
        "[ad_2] | AD",
        "spot_img | AD",
        "Live logo | LABEL",
        "- Publicité- | AD",
        "PUBLICITE | AD",
        "– Anzeige – | AD",
        "Реклама | AD",
        "إعلان | AD",
        "広告 | AD",
        "32 commentaires | COMMENTS",
        "Commentaires (1 204) | COMMENTS",
        "1.2K comments | COMMENTS",
        "0 Kommentare | COMMENTS",
        "5 комментариев | COMMENTS",
        "LAISSER UN COMMENTAIRE | COMMENT_FORM",
        "S'il vous plaît entrez votre commentaire! | COMMENT_FORM",
        "Captcha verification failed! | COMMENT_FORM",
        "Deja una respuesta Cancelar la respuesta | COMMENT_FORM",
        "Deixe um comentário | COMMENT_FORM",
        "Ваш адрес email не будет опубликован. Обязательные поля помечены * | COMMENT_FORM",
        "Your email address will not be published. Required fields are marked * | COMMENT_FORM",
        "FacebookTwitterPinterestWhatsApp | SHARE",
        "Facebook X WhatsApp Email | SHARE",
        "Share on Facebook | SHARE",
        "Partager12 | SHARE",
        "Teilen | SHARE",
        "Article suivantSaisie de plus de 22 kg de cocaïne à Sétif | NEIGHBOUR",
        "Article précédentL’ONU DENONCE DES ACTES | NEIGHBOUR",
        "Next articleA Town Rebuilds | NEIGHBOUR",
        "Previous article Why we wait | NEIGHBOUR",
        "Vorheriger ArtikelDer Wald brennt | NEIGHBOUR",
        "Artículo siguienteEl río crece | NEIGHBOUR",
        "Articolo precedenteIl fiume cresce | NEIGHBOUR",
        "Próximo artigoO rio cresce | NEIGHBOUR",
        "Следующая статьяРека вышла из берегов | NEIGHBOUR",
        "المقال التاليالنهر يفيض | NEIGHBOUR",
        "Volgend artikelDe rivier stijgt | NEIGHBOUR",
        "Lire aussi : Que reste-t-il du fleuve ? | RELATED",
        "Lire aussi : le fleuve déborde | RELATED",
        "Lesen Sie auch: Der Fluss steigt | RELATED",
        "Lee también: El río crece | RELATED",
        "Leggi anche: Il fiume cresce | RELATED",
        "Leia também: O rio cresce | RELATED",
        "Читайте также: Река вышла из берегов | RELATED",
        "اقرأ أيضاً: النهر يفيض | RELATED",
        "Czytaj także: Rzeka wzbiera | RELATED",
        "Dernières actualités | RELATED",
        "You may also like | RELATED",
        "Source link -32 | SOURCE_LINK",
        "Source link | SOURCE_LINK",
        "Lien source | SOURCE_LINK",
        "Subscribe to our newsletter | NEWSLETTER",
        "Подпишитесь на наш Telegram-канал | NEWSLETTER",
        "We use cookies | CONSENT",
        "© 2025 Tous droits réservés. | LEGAL",
        "Temps de lecture : 3 min | LABEL",
        "Publié le 12 mars 2025 à 10h30 | LABEL",
        "Tags: economy, rivers | LABEL",
        "ADVERTISEMENT Advertisement | AD",
        "Archiviato in Cronaca | LABEL",
        "Verschlagwortet mit Mühle, Brot | LABEL",
        "Halaman 1/2 | LABEL",
        "Fai clic qui per stampare (Si apre in una nuova finestra) | SHARE",
        "Certificat émis le 3 mai 2024 à LA VALLÉE à des fins de visualisation | LABEL",
        "La rédaction se réserve le droit de les raccourcir. | LABEL",
        "Et recomanem: | RELATED",
        "1,204 ครั้ง | LABEL",
      })
  void isCertainAboutJunk(String text, Category category) {
    Phrase phrase = book.match(text);

    assertThat(phrase).as(text).isNotNull();
    assertThat(phrase.category()).isEqualTo(category);
    assertThat(phrase.certain()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Non.",
        "Nein.",
        "No.",
        "Нет.",
        "لا.",
        "Monde arabe",
        "Mi piace.",
        "Kategoria junior",
        "Related work",
        "Réactions en chaîne",
        "Shared values, shared fears",
        "Print comments on the ballot",
        "Share this story with a friend who cares about rivers.",
        "Partager le pouvoir, un rêve ancien",
        "La publicité dans les gares sera interdite dès janvier.",
        "Les articles commencent tous par [ad_1] et finissent par [ad_2].",
        "Advertisement revenue fell by a third last year.",
        "Werbung im Fernsehen wird teurer.",
        "La publicidad engañosa será castigada.",
        "Реклама табака запрещена с прошлого года.",
        "الإعلان عن النتائج سيكون غدا",
        "Article suivant la méthode décrite plus haut.",
        "Next article of the treaty deals with borders.",
        "Next article of the treaty",
        "Lire aussi est un plaisir",
        "Lire aussi : le fleuve déborde. Le maire a demandé des renforts.",
        "Source: the ministry, which published its figures on Monday, did not comment.",
        "Commentaires ?",
        "Publicité ?",
        "12 commentaires haineux ont été supprimés",
        "Comments on the draft are welcome until May.",
        "Published on 12 May, the report names nine towns and their mayors.",
        "Copyright Law in Europe",
        "87 of 87 loaded",
        "Follow the money",
        "More from less",
        "Cookies with chocolate",
        "Le captcha a vingt ans",
        "1. Eau",
        "2024",
        "",
        "   ",
        "…",
      })
  void isNotCertainAboutContent(String text) {
    Phrase phrase = book.match(text);

    assertThat(phrase == null || !phrase.certain()).as(text).isTrue();
  }

  @Test
  void aRowOfButtonsOfSeveralCategoriesIsCertainJunk() {
    assertThat(PhraseBook.bundled().match("Drukuj Wyślij znajomemu Skomentuj"))
        .returns(true, Phrase::certain);
    assertThat(PhraseBook.bundled().match("Stampa Commenti")).returns(true, Phrase::certain);
    assertThat(PhraseBook.bundled().match("Drukuj Polityka")).isNull();
  }

  @Test
  void takesANetworksNameAloneForAHintOnly() {
    assertThat(book.match("Facebook").certain()).isFalse();
    assertThat(book.match("Facebook Twitter").certain()).isFalse();
    assertThat(book.match("0").certain()).isFalse();
  }

  @Test
  void saysWhereThePhraseStands() {
    PhraseBook small = PhraseBook.of(Map.of("xx.txt", "# c\nhint share:\n  Wave\n"));

    assertThat(small.match("wave!")).isEqualTo(new Phrase(Category.SHARE, false, "xx.txt:3"));
    assertThat(small.match("wave on")).isNull();
  }

  @Test
  void namesTheLineOfAnUnknownCategory() {
    Map<String, String> files = new HashMap<>();
    files.put("xx.txt", "certain noise: Wave\n");

    assertThatThrownBy(() -> PhraseBook.of(files))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("xx.txt:1: no category is called 'noise'");
  }

  @Test
  void namesTheLineOfAWrongKey() {
    assertThatThrownBy(() -> PhraseBook.of(Map.of("x.txt", "sure ad:\n  Wave\n")))
        .hasMessage("x.txt:2: expected 'certain …' or 'hint …' but was 'sure ad'");
    assertThatThrownBy(() -> PhraseBook.of(Map.of("x.txt", "hint ad:\n  []\n")))
        .hasMessage("x.txt:2: a phrase needs a word");
    assertThatThrownBy(() -> PhraseBook.of(Map.of("x.txt", "hint ad:\n  a {few} b\n")))
        .hasMessage("x.txt:2: only {n} may stand before the end of a phrase: a {few} b");
  }

  /** Every bundled phrase must match itself, with its placeholders filled in. */
  @Test
  void everyBundledPhraseMatches() throws IOException {
    TreeSet<String> unmatched = new TreeSet<>();
    for (Path file : files()) {
      for (WordLists.Entry entry : WordLists.parse("", Files.readString(file))) {
        String text =
            entry
                .text()
                .replace("{n}", "7")
                .replace("{title}", " « Rio 2025 »")
                .replace("{few}", "Rio")
                .replace("{date}", "7 mars 2025");
        if (book.match(text) == null) {
          unmatched.add(file.getFileName() + ": " + entry.text());
        }
      }
    }
    assertThat(unmatched).isEmpty();
  }

  @Test
  void bundlesEveryFileOfTheFolder() throws IOException {
    for (Path file : files()) {
      String first = "";
      for (WordLists.Entry entry : WordLists.parse("", Files.readString(file))) {
        if (first.isEmpty()
            && entry.text().indexOf('{') < 0
            && entry.key().startsWith("certain ")) {
          first = entry.text();
        }
      }
      assertThat(book.match(first)).as(file + ": " + first).isNotNull();
    }
  }

  @Test
  void readsWhatTheBuildCompiled() throws IOException {
    byte[] compiled;
    try (InputStream in = PhraseBook.class.getResourceAsStream("/org/coupure/config/phrases.bin")) {
      compiled = in.readAllBytes();
    }

    assertThat(compiled).isEqualTo(PhraseBook.ofFiles().compiled().array());
    assertThat(PhraseTree.read(ByteBuffer.wrap(compiled)).write().array()).isEqualTo(compiled);
  }

  @Test
  void isSafeForManyThreads() {
    List<String> texts = List.of("[ad_1]", "Lire aussi : Rio", "Non.", "Source link -32");

    List<Boolean> found =
        Stream.generate(() -> texts)
            .limit(2_000)
            .flatMap(List::stream)
            .parallel()
            .map(text -> book.match(text) != null)
            .collect(Collectors.toList());

    assertThat(found.stream().filter(hit -> hit)).hasSize(6_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"share ", "Article suivant ", "7 ", "© ", "次の記事", ")", "a", "Lire aussi : "})
  void readsHostileBlocksInLinearTime(String unit) {
    String hostile = unit.repeat(3_000_000 / unit.length());

    long start = System.nanoTime();
    book.match(hostile);

    // Quadratic time would be hours.
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("config/phrases"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void takesMinedLabelsOfFiveHostsAtLeastWithTheirCategories() throws IOException {
    Path mined = Path.of("training/mined-phrases.txt");
    List<String[]> taken =
        Files.readAllLines(mined).stream()
            .filter(line -> line.contains("\tcertain "))
            .map(line -> line.split("\t"))
            .toList();

    assertThat(taken).isNotEmpty();
    for (String[] row : taken) {
      String category = row[1].substring("certain ".length());
      String label = row[2].replace("{n}", "12");
      assertThat(Integer.parseInt(row[3])).as(label).isGreaterThanOrEqualTo(5);
      assertThat(book.match(label))
          .as(label)
          .satisfies(
              phrase -> {
                assertThat(phrase.certain()).isTrue();
                assertThat(phrase.category().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .isEqualTo(category);
              });
    }
  }
}
