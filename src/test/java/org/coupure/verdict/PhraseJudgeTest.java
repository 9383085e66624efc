package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coupure.article.Verdict;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Cut;
import org.coupure.block.DumpLines;
import org.coupure.block.TextSegmenter;
import org.coupure.text.PhraseBook;
import org.junit.jupiter.api.Test;

class PhraseJudgeTest {
  private static final String PARAGRAPH =
      "Le fleuve est sorti de son lit dans la nuit de lundi à mardi, a indiqué la préfecture.";

  @Test
  void dropsCertainPhrasesAndSaysWhy() {
    BlockVerdicts verdicts = judged("[ad_1]\n\n" + PARAGRAPH);

    Verdict verdict = verdicts.verdict(0);
    assertThat(verdict.kept()).isFalse();
    assertThat(verdict.decider()).isEqualTo(Verdict.Decider.PHRASE);
    assertThat(verdict.why()).matches("ad any\\.txt:\\d+");
    assertThat(verdicts.isOpen(1)).isTrue();
  }

  @Test
  void leavesHintsOpen() {
    assertThat(judged("0\n\nFacebook").isOpen(0)).isTrue();
  }

  @Test
  void dropsHeadlinesUnderARelatedHeadingUpToTheNextParagraph() {
    assertThat(
            open(
                PARAGRAPH,
                "À lire aussi",
                "Un pont s’effondre à Lyon",
                "Pourquoi les digues cèdent-elles si souvent ?",
                PARAGRAPH))
        .containsExactly(PARAGRAPH, PARAGRAPH);
  }

  @Test
  void keepsTheSubHeadingOfTheParagraphThatFollows() {
    assertThat(open(PARAGRAPH, "Lire aussi", "Un pont s’effondre à Lyon", "Les causes", PARAGRAPH))
        .containsExactly(PARAGRAPH, "Les causes", PARAGRAPH);
  }

  @Test
  void aBareLabelTakesItsOneHeadlineWhateverTheModelSays() {
    String quotation = "« Personne n’a demandé d’argent », raconte le charpentier.";

    assertThat(sure(PARAGRAPH, "Lire aussi", "Les barrages remplis à 61 %", quotation))
        .containsExactly(PARAGRAPH, quotation);
    assertThat(sure(PARAGRAPH, "Lire aussi", quotation, PARAGRAPH))
        .containsExactly(PARAGRAPH, quotation, PARAGRAPH);
    assertThat(sure(PARAGRAPH, "Lire aussi", "Un pont cède à Lyon", "Les causes de la crue"))
        .containsExactly(PARAGRAPH, "Les causes de la crue");
  }

  @Test
  void aSingleReadAlsoLineTakesNothingWithIt() {
    assertThat(open(PARAGRAPH, "Lire aussi : Un pont s’effondre", PARAGRAPH))
        .containsExactly(PARAGRAPH, PARAGRAPH);
  }

  @Test
  void dropsTheTeasersBehindACommentForm() {
    assertThat(
            open(
                PARAGRAPH,
                "LAISSER UN COMMENTAIRE",
                "S'il vous plaît entrez votre nom ici",
                "Monde",
                "Un homme tué dans une fusillade",
                "Culture",
                "Le film de l’année"))
        .containsExactly(PARAGRAPH);
  }

  @Test
  void dropsTheLabelsAndHeadlinesUnderAHeadingInGermanAndRussian() {
    assertThat(open("Das könnte Sie auch interessieren", "Politik", "Der Kanzler reist nach Rom"))
        .isEmpty();
    assertThat(open("Читайте также", "Политика", "Президент прибыл в Рим")).isEmpty();
  }

  @Test
  void leavesContentThatOnlyLooksLikeJunk() {
    String[] content = {
      "Regrettez-vous votre vote ?",
      "Non.",
      "Monde arabe",
      "Les pages commencent par [ad_1], le code que la régie remplace par une publicité.",
      "Related work",
      PARAGRAPH,
      "- l’eau",
      "- le gaz",
      "- le train",
      "- la poste",
      "Source: the ministry, which had no comment on the figures it published on Monday.",
      "Share of renewable energy",
      "Werbung wirkt, sagt die Forscherin, und sie hat Zahlen, die das zeigen.",
      "La publicidad se duplicó en un año, según el estudio que se publicó ayer.",
    };

    assertThat(open(content)).containsExactly(content);
  }

  @Test
  void inHtmlLeavesTheListUnderAHeadingToTheClassifier() {
    BlockVerdicts verdicts =
        new BlockVerdicts(
            Cut.page(
                "<h3>Related articles</h3><ul><li><a href=/1>A bridge falls in Lyon</a>"
                    + "<li>12 May</ul><p>Conclusion</p>"));

    new PhraseJudge(PhraseBook.bundled()).judge(verdicts);

    assertThat(stillOpen(verdicts))
        .containsExactly("A bridge falls in Lyon", "12 May", "Conclusion");
  }

  private static List<String> open(String... lines) {
    return stillOpen(judged(String.join("\n\n", lines)));
  }

  /** Returns what stays open when a model is sure that all lines are text. */
  private static List<String> sure(String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    float[] chances = new float[blocks.list().size()];
    Arrays.fill(chances, 1);
    BlockVerdicts verdicts = new BlockVerdicts(blocks.with(new DumpLines(chances, -1, 0)));
    new PhraseJudge(PhraseBook.bundled()).judge(verdicts);
    return stillOpen(verdicts);
  }

  private static BlockVerdicts judged(String dump) {
    BlockVerdicts verdicts = new BlockVerdicts(TextSegmenter.segment(dump));
    new PhraseJudge(PhraseBook.bundled()).judge(verdicts);
    return verdicts;
  }

  private static List<String> stillOpen(BlockVerdicts verdicts) {
    List<String> open = new ArrayList<>();
    for (Block block : verdicts.blocks().list()) {
      if (verdicts.isOpen(block.index())) {
        open.add(block.text());
      }
    }
    return open;
  }

  @Test
  void dropsHeadingsOfCommentsAndWhenTheyAppear() {
    BlockVerdicts verdicts =
        judged(
            "תגובות לכתבה\n\nYorumlarınız editör onayından sonra yayınlanacaktır.\n\n" + PARAGRAPH);

    assertThat(verdicts.verdict(0).why()).matches("comments he\\.txt:\\d+");
    assertThat(verdicts.verdict(1).why()).matches("comment-form tr\\.txt:\\d+");
    assertThat(verdicts.isOpen(2)).isTrue();
  }
}
