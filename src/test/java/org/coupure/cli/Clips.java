package org.coupure.cli;

import java.time.LocalDate;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Byline;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation;
import org.coupure.article.Explanation.Judged;
import org.coupure.article.Headline;
import org.coupure.article.Moment;
import org.coupure.article.Outcome;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.Provenance;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.article.WebLocation;

/** Clips as the tests of the command line need them. */
final class Clips {
  private Clips() {}

  /** A clip whose record says {@code text} and nothing else. */
  static Clip clipped(String input, String text) {
    Article article = article(input).body(List.of(Passage.paragraph(text))).build();
    return new Clip(input, Outcome.CLIPPED, Reason.NONE, null, article);
  }

  static Clip empty(String input) {
    return new Clip(
        input,
        Outcome.EMPTY,
        Reason.NO_TEXT,
        "no block of the page was kept",
        article(input).build());
  }

  static Clip failed(String input) {
    return Clip.failed(input, Reason.TRUNCATED, "the entry ends too early");
  }

  /** A page on a bridge with something of every kind in it. */
  static Clip explained() {
    List<Judged> blocks =
        List.of(
            drop("Accueil", "nav > a", Decider.STRUCTURE, "navigation"),
            drop("Ville & <b>port</b>", "nav > a", Decider.STRUCTURE, "navigation"),
            drop("Le pont rouvre lundi", "article > h1", Decider.FIELD, "title"),
            keep(PassageKind.PARAGRAPH, "Fermé depuis l’automne, le pont rouvre lundi."),
            drop("[ad_1]", "article > p", Decider.PHRASE, "any/ad-slot"),
            keep(PassageKind.HEADING, "Un second chantier"),
            keep(PassageKind.QUOTE, "« Personne ne regrettera le détour. »"),
            keep(PassageKind.LIST_ITEM, "Piétons : dès samedi"),
            keep(PassageKind.LIST_ITEM, "Voitures : lundi"),
            keep(PassageKind.TABLE_ROW, "Ligne 3\tlundi"),
            drop("À lire aussi", "aside > h3", Decider.CLASSIFIER, "0.04"));
    List<Evidence> evidence =
        List.of(new Evidence("title", "meta", "og:title", "Le pont rouvre lundi | Le Courrier"));
    Article article =
        article("pont.html")
            .headline(new Headline("Le pont rouvre lundi", null, null))
            .byline(new Byline(List.of("Anne Le Goff"), null))
            .dates(new Dates(Moment.of(LocalDate.of(2026, 3, 2)), null, null))
            .place(
                new WebLocation("https://courrier.example/pont", null, "Le Courrier du Port", null))
            .language("fr")
            .body(body(blocks))
            .quality(new Quality(0.9, 23, "generic", List.of()))
            .explanation(new Explanation(evidence, blocks))
            .build();
    return new Clip("pont.html", Outcome.CLIPPED, Reason.NONE, null, article);
  }

  private static List<Passage> body(List<Judged> blocks) {
    return blocks.stream()
        .filter(block -> block.verdict().kept())
        .map(block -> new Passage(block.verdict().keptAs(), block.text(), 0))
        .toList();
  }

  private static Judged drop(String text, String where, Decider decider, String why) {
    return new Judged(text, where, Verdict.drop(decider, why));
  }

  private static Judged keep(PassageKind kind, String text) {
    return new Judged(text, "article > p", Verdict.keep(kind, Decider.CLASSIFIER, "0.97"));
  }

  private static Article.Builder article(String input) {
    return Article.builder(
        "id-of-" + input, new Provenance(input, null, "UTF-8 (meta)", null, "0.1.0"));
  }
}
