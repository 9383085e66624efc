package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

class ExplainTextTest {
  @Test
  void showsEveryBlockAndFieldWithItsReason() {
    assertThat(new ExplainText(new Palette(false), 60).of(Clips.explained()))
        .isEqualTo(
            """
            pont.html
            clipped; 11 blocks, 6 kept, 23 words

            Blocks
            - structure: navigation  nav > a
                Accueil
            - structure: navigation  nav > a
                Ville & <b>port</b>
            - field: title  article > h1
                Le pont rouvre lundi
            + paragraph classifier: 0.97  article > p
                Fermé depuis l’automne, le pont rouvre lundi.
            - phrase: any/ad-slot  article > p
                [ad_1]
            + heading classifier: 0.97  article > p
                Un second chantier
            + quote classifier: 0.97  article > p
                « Personne ne regrettera le détour. »
            + list-item classifier: 0.97  article > p
                Piétons : dès samedi
            + list-item classifier: 0.97  article > p
                Voitures : lundi
            + table-row classifier: 0.97  article > p
                Ligne 3 lundi
            - classifier: 0.04  aside > h3
                À lire aussi

            Fields
              id            id-of-pont.html
              url           https://courrier.example/pont
              site          Le Courrier du Port
              title         Le pont rouvre lundi  (meta og:title)
              authors       Anne Le Goff
              published     2026-03-02
              language      fr
              access        unknown
              charset       UTF-8 (meta)
            """);
  }

  @Test
  void showsTheStatesOfADumpInTheMarginAndWhereGlueWasCut() {
    Clip clip = Clipper.builder().explain(true).build().clip(dump());

    assertThat(new ExplainText(new Palette(false), 60).of(clip))
        .contains("\nbefore      - ")
        .contains("\ntitle       - field")
        .contains("\ndateline    - field")
        .contains("\ntext        + paragraph")
        .contains("            \u2702 cut off the line above (phrase)\njunk        - phrase")
        .contains("\nafter       - ");
    assertThat(ExplainPage.of(clip))
        .contains("<span class=\"where\">dateline</span>")
        .contains("<span class=\"cut\">\u2702 cut off the line above (phrase)</span>");
  }

  private static Page dump() {
    String dump =
        """
        Home | News | Sport

        The mill at Brunn turns again

        By Margaret Ellison

        The mill at Brunn turned on Monday for the first time in forty years, before a hundred \
        villagers who had brought bread and wine to the yard.

        The first flour will be baked into loaves for the feast in the village oven, and the rest \
        will be sold to pay the debts. Read also: The ferry is late

        The second wheel will follow in autumn, said the carpenter, who led the work from the first \
        day to the last without a penny.

        Share this article
        """;
    return Page.builder("mill.txt", dump.getBytes(StandardCharsets.UTF_8)).build();
  }

  @Test
  void dimsWhatWasDropped() {
    assertThat(new ExplainText(new Palette(true), 60).of(Clips.explained()))
        .contains("    \u001B[2m[ad_1]\u001B[0m\n");
  }

  @Test
  void saysWhyThereIsNothing() {
    assertThat(new ExplainText(new Palette(false), 60).of(Clips.empty("a.html")))
        .startsWith(
            "a.html\nempty (no-text): no block of the page was kept; 0 blocks, 0 kept, 0 words\n");
  }
}
