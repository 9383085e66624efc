package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Cut;
import org.coupure.block.TextSegmenter;
import org.coupure.model.TinyModel;
import org.coupure.text.PhraseBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockClassifierTest {
  private static final PhraseBook PHRASES = PhraseBook.bundled();

  private static float[] floats(String values) {
    String[] parts = values.strip().split(" +");
    float[] floats = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      floats[i] = Float.parseFloat(parts[i]);
    }
    return floats;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // probabilities | words | cut
        "0.9 0.6 0.1      | 10 10 10   | 0.6", // F1 .72, .94, .80
        "0.1 0.6 0.9      | 10 10 10   | 0.6", // the order does not matter
        "0.9 0.3 0.3 0.3  | 90 1 1 1   | 0.75", // nothing is lost with the small ones
        "0.9 0.3          | 10 90      | 0.3", // most of what is expected is in the large one
        "0.9 0.2          | 10 90      | 0.75", // .49 with the small one alone, .43 with both
        "0.05 0.04        | 10 10      | 0.15", // never below the least
        "0.99 0.98        | 10 10      | 0.75", // never above the most
        "0.5              | 10         | 0.5",
        "0.5 0.5 0.5      | 10 10 10   | 0.5",
        "0.9 0.8          | 0 0        | 0.75",
        "0.9 0.5          | 0 10       | 0.5",
      })
  void cutIsWhereTheExpectedF1IsLargest(String probabilities, String words, float cut) {
    int[] tokens = Arrays.stream(words.strip().split(" ")).mapToInt(Integer::parseInt).toArray();

    assertThat(Prediction.cut(floats(probabilities), tokens, PrecisionRecall.EVEN)).isEqualTo(cut);
  }

  @Test
  void pageWithoutBlocksHasACut() {
    assertThat(Prediction.cut(new float[0], new int[0], PrecisionRecall.EVEN)).isEqualTo(0.75f);
  }

  @Test
  void textOfAnArticleIsKeptAndItsFurnitureDropped() {
    List<Verdict> verdicts = judge(ARTICLE, false);

    assertThat(verdicts).extracting(Verdict::kept).containsExactly(KEPT);
    assertThat(verdicts).extracting(Verdict::decider).containsOnly(Decider.CLASSIFIER);
    assertThat(verdicts).extracting(Verdict::why).containsOnly("model");
  }

  @Test
  void explanationsNameTheFeaturesThatWeighedMost() {
    assertThat(judge(ARTICLE, true).get(4).why())
        .matches("p 0\\.\\d\\d, cut 0\\.\\d\\d:( [\\w]+=\\S+ \\([+-]\\d+\\.\\d\\d\\)){3}");
  }

  @Test
  void explainingChangesNoVerdict() {
    assertThat(judge(ARTICLE, true))
        .extracting(Verdict::keptAs)
        .isEqualTo(judge(ARTICLE, false).stream().map(Verdict::keptAs).toList());
  }

  @Test
  void whatOthersDecidedStays() {
    BlockVerdicts given = new BlockVerdicts(Cut.page(ARTICLE));
    given.drop(4, Decider.RULE, "example");

    BlockClassifier.bundled(false).predict(given.blocks()).judge(given);

    assertThat(given.result().get(4)).isEqualTo(Verdict.drop(Decider.RULE, "example"));
  }

  @Test
  void plainTextAndEmptyPagesAreLeftToOthers() {
    BlockClassifier classifier = BlockClassifier.bundled(false);
    BlockVerdicts dump =
        new BlockVerdicts(TextSegmenter.segment("Titre\n\nUn paragraphe de texte.\n"));
    BlockVerdicts empty = new BlockVerdicts(Cut.page("<p></p>"));

    classifier.predict(dump.blocks()).judge(dump);
    classifier.predict(empty.blocks()).judge(empty);

    assertThat(dump.isOpen(0)).isTrue();
    assertThat(empty.result()).isEmpty();
  }

  @Test
  void modelOfOtherFeaturesIsRefused() {
    byte[] tiny = new TinyModel().bytes();

    assertThat(
            catchThrowable(
                () ->
                    BlockClassifier.read(
                        "tiny.bin", new ByteArrayInputStream(tiny), PHRASES, false)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "tiny.bin was trained on other features (number 0 is a, expected tokens); train it"
                + " again, see training/README.md");
  }

  private static List<Verdict> judge(String html, boolean explain) {
    BlockVerdicts given = new BlockVerdicts(Cut.page(html));
    BlockClassifier.bundled(explain).predict(given.blocks()).judge(given);
    return given.result();
  }

  private static final Boolean[] KEPT = {
    false, false, false, false, true, true, true, false, false, false, false
  };

  private static final String ARTICLE =
      """
      <!DOCTYPE html><html lang="fr"><head><title>Le pont rouvre lundi - La Rive</title></head>
      <body><header><nav class="menu"><ul><li><a href="/a">Accueil</a></li>
      <li><a href="/b">Monde</a></li><li><a href="/c">Sport</a></li></ul></nav></header>
      <main><article class="post"><h1 class="entry-title">Le pont rouvre lundi</h1>
      <div class="entry-content">
      <p>Fermé depuis le mois de mars, le vieux pont de la ville rouvre lundi matin aux voitures,
      a annoncé la mairie, après six mois de travaux que les commerçants ont trouvés longs.</p>
      <p>« Nous avons refait les piles, les câbles et la chaussée », explique l’ingénieur chargé
      du chantier, qui assure que l’ouvrage tiendra cinquante ans au moins sans autre réparation.</p>
      <p>Le coût, estimé d’abord à deux millions d’euros, a finalement dépassé les trois millions,
      et l’opposition demande qu’une commission examine les comptes avant la fin de l’année.</p>
      </div></article></main>
      <aside class="sidebar related"><ul><li><a href="/d">Un incendie au port</a></li>
      <li><a href="/e">La grève continue</a></li><li><a href="/f">Le marché change de place</a></li>
      </ul></aside><footer class="site-footer"><p>© La Rive, tous droits réservés</p></footer>
      </body></html>
      """;

  @Test
  void presetsMoveTheThreshold() {
    float[] p = {0.95f, 0.8f, 0.55f, 0.3f, 0.1f};
    int[] tokens = {40, 40, 40, 40, 40};

    assertThat(Prediction.cut(p, tokens, PrecisionRecall.PRECISION)).isEqualTo(0.8f);
    assertThat(Prediction.cut(p, tokens, PrecisionRecall.EVEN)).isEqualTo(0.55f);
    assertThat(Prediction.cut(p, tokens, PrecisionRecall.RECALL)).isEqualTo(0.3f);
  }
}
