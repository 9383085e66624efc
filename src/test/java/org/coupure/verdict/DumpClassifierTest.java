package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Cut;
import org.coupure.block.DumpTitle;
import org.coupure.block.TextSegmenter;
import org.coupure.model.TinyModel;
import org.coupure.text.PhraseBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DumpClassifierTest {
  private static final DumpClassifier CLASSIFIER = new DumpClassifier(LineModel::bundled, false);
  private static final String TITLE = "La crue du siècle vue du pont";
  private static final String ONE =
      "Le fleuve est sorti de son lit dans la nuit de lundi à mardi, a indiqué la préfecture.";
  private static final String TWO =
      "Trois villages sont coupés du monde, et deux cents pompiers ont été envoyés sur place.";

  static List<Path> seeds() throws IOException {
    try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
      return seeds.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cleansTheSeedsByteForByte(Path seed) throws IOException {
    Path clean = Path.of("fixtures/clippings").resolve(seed.getFileName());

    assertThat(clipping(Files.readString(seed))).isEqualTo(Files.readString(clean));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cleaningTheCleanedChangesNothing(Path seed) throws IOException {
    String once = clipping(Files.readString(seed));

    assertThat(clipping(once)).isEqualTo(once);
  }

  @Test
  void raisesALineThatLooksLikeAHeadingBetweenSureLines() {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", ONE, "Les causes", TWO, "Suite"));
    float[] chances = {0.9f, 0.3f, 0.9f, 0.3f};

    SubHeadings.restore(blocks, chances);

    assertThat(chances).containsExactly(0.9f, 0.5f, 0.9f, 0.3f);
  }

  @Test
  void raisesTheHeadingBelowTheTimeOfATickersEntry() {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", ONE, "14 mai, 10.02", "Fini", TWO));
    float[] chances = {0.9f, 0.2f, 0.3f, 0.9f};

    SubHeadings.restore(blocks, chances);

    assertThat(chances).containsExactly(0.9f, 0.2f, 0.5f, 0.9f);
  }

  @Test
  void keepsAnInterviewsShortAnswers() {
    assertThat(kept(TITLE, ONE, "Le regrettez-vous ?", "Non.", TWO, "Et demain ?", "Jamais."))
        .containsExactly(ONE, "Le regrettez-vous ?", "Non.", TWO, "Et demain ?", "Jamais.");
  }

  @Test
  void keepsAListOfFourShortPoints() {
    assertThat(kept(TITLE, ONE, "- l’eau", "- le gaz", "- le train", "- la poste", TWO))
        .containsExactly(ONE, "- l’eau", "- le gaz", "- le train", "- la poste", TWO);
  }

  @Test
  void keepsTheListThatTheLastParagraphAnnounces() {
    String announces = "Le conseil a pris hier soir ces mesures, qui valent dès le mois prochain :";

    assertThat(kept(TITLE, ONE, announces, "- l’eau", "- le gaz", "- le train"))
        .containsExactly(ONE, announces, "- l’eau", "- le gaz", "- le train");
  }

  @Test
  void keepsSubHeadings() {
    assertThat(kept(TITLE, ONE, "Monde arabe", TWO)).containsExactly(ONE, "Monde arabe", TWO);
  }

  @Test
  void dropsMenusAboveAndTeasersBelow() {
    assertThat(
            kept(
                "Accueil",
                "Monde",
                "Sport",
                TITLE,
                ONE,
                TWO,
                "À lire aussi",
                "Niger",
                "Un lycée rouvre à Niamey",
                "Bénin",
                "Le port de Cotonou s’agrandit"))
        .containsExactly(ONE, TWO);
  }

  @Test
  void dropsEveryCopyOfTheTitle() {
    assertThat(kept("AccueilMondeLa crue du siècle vue du pont", TITLE, "0", ONE, TITLE, TWO))
        .containsExactly(ONE, TWO);
  }

  @Test
  void endsBeforeTheCommentsHoweverLong() {
    String first = "Texte ".repeat(99) + "fin.";
    String comment = "Moi je pense que le maire aurait dû prévoir cela depuis très longtemps.";

    assertThat(kept(TITLE, first, ONE, "2 commentaires", comment, comment, comment))
        .containsExactly(first, ONE);
  }

  @Test
  void dropsTheAuthorsInitials() {
    assertThat(kept(TITLE, ONE, TWO, "R. I.")).containsExactly(ONE, TWO);
  }

  @Test
  void keepsSomeTextWhereNothingLooksLikeAParagraph() {
    assertThat(kept("Haïku", "Vieil étang", "Une grenouille plonge", "Bruit de l’eau"))
        .contains("Une grenouille plonge", "Bruit de l’eau");
    assertThat(kept("Accueil", "Monde", "Sport")).isNotEmpty();
  }

  @Test
  void worksForScriptsWithoutSpaces() {
    String one = "周一夜间河水漫过堤岸，三个村庄与外界失去联系，消防部门派出两百人前往救援。";

    String two = "气象部门说，未来两天仍有大雨，居民应当远离河岸，学校也将停课到星期五为止。";

    assertThat(kept("百年一遇的洪水", "首页", one, two, "相关新闻", "桥梁倒塌")).containsExactly(one, two);
  }

  @Test
  void isSilentAboutHtml() {
    BlockVerdicts given = new BlockVerdicts(Cut.page("<p>" + ONE + "</p>"));

    CLASSIFIER.predict(given.blocks()).judge(given);

    assertThat(given.isOpen(0)).isTrue();
  }

  @Test
  void decidesAHundredThousandLines() {
    BlockVerdicts given = judged("Un titre parmi d’autres\n\n".repeat(100_000));

    assertThat(given.result()).hasSize(100_000);
  }

  @Test
  void explanationsNameTheFeaturesThatWeighedMost() {
    BlockVerdicts given =
        new BlockVerdicts(TextSegmenter.segment(TITLE + "\n\n" + ONE + "\n\n" + TWO));

    new DumpClassifier(LineModel::bundled, true).predict(given.blocks()).judge(given);

    assertThat(given.result().get(1).why())
        .matches("p [01]\\.\\d\\d, cut 0\\.\\d\\d:( [\\w]+=\\S+ \\([+-]\\d+\\.\\d\\d\\)){3}");
  }

  @Test
  void whatOthersDecidedStays() {
    BlockVerdicts given =
        new BlockVerdicts(TextSegmenter.segment(TITLE + "\n\n" + ONE + "\n\n" + TWO));
    given.drop(1, Decider.RULE, "example");

    CLASSIFIER.predict(given.blocks()).judge(given);

    assertThat(given.result().get(1)).isEqualTo(Verdict.drop(Decider.RULE, "example"));
  }

  @Test
  void isSurerOfAnArticleThanOfItsScraps() {
    BlockVerdicts article =
        judged(String.join("\n\n", TITLE, ONE, TWO, ONE + " Bis.", TWO + " Bis."));
    BlockVerdicts scraps =
        judged("Accueil\n\nMonde\n\n" + TITLE + "\n\nSport\n\nLire la suite\n\n1");

    assertThat(article.expectedF1()).isGreaterThan(0.9);
    assertThat(scraps.expectedF1()).isLessThan(article.expectedF1());
  }

  @Test
  void modelOfOtherFeaturesIsRefused() {
    byte[] tiny = new TinyModel().bytes();

    assertThatThrownBy(() -> LineModel.read(file -> new ByteArrayInputStream(tiny)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "dump-lines.bin was trained on other features (number 0 is a, expected tokens); train it"
                + " again, see training/README.md");
  }

  private static List<String> kept(String... lines) {
    return kept(judged(String.join("\n\n", lines)));
  }

  private static List<String> kept(BlockVerdicts given) {
    List<String> kept = new ArrayList<>();
    List<Verdict> verdicts = given.result();
    for (Block block : given.blocks().list()) {
      if (verdicts.get(block.index()).kept()) {
        kept.add(block.text());
      }
    }
    return kept;
  }

  private static BlockVerdicts judged(String dump) {
    BlockVerdicts ballot =
        new BlockVerdicts(LineModel.bundled().judge(TextSegmenter.segment(dump)));
    new PhraseJudge(PhraseBook.bundled()).judge(ballot);
    new DumpJudge().judge(ballot);
    CLASSIFIER.predict(ballot.blocks()).judge(ballot);
    return ballot;
  }

  private static String clipping(String dump) {
    BlockVerdicts ballot = judged(dump);
    Blocks blocks = ballot.blocks();
    String title = DumpTitle.text(blocks, blocks.dumpTitle());
    return title + "\n\n" + String.join("\n\n", kept(ballot)) + "\n";
  }
}
