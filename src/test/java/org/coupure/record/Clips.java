package org.coupure.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.coupure.article.Access;
import org.coupure.article.Article;
import org.coupure.article.Byline;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Duplicate;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation;
import org.coupure.article.Headline;
import org.coupure.article.Image;
import org.coupure.article.Moment;
import org.coupure.article.Outcome;
import org.coupure.article.PageKind;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.Provenance;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.coupure.article.Rights;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.article.WebLocation;

/** Clips written for the tests of records and sinks. */
public final class Clips {
  public static final String HASH = "0123456789abcdef".repeat(4);

  private Clips() {}

  public static Clip clipped(Article article) {
    return new Clip(article.provenance().source(), Outcome.CLIPPED, Reason.NONE, null, article);
  }

  public static Article.Builder article(String id, String source) {
    return Article.builder(id, new Provenance(source, null, null, null, "0.1.0"));
  }

  /** A titled article of paragraphs. */
  public static Clip of(String id, String title, String... paragraphs) {
    return clipped(
        article(id, id + ".html")
            .headline(new Headline(title, null, null))
            .body(List.of(paragraphs).stream().map(Passage::paragraph).toList())
            .build());
  }

  public static Clip ofBody(Passage... body) {
    return clipped(article("id", "page.html").body(List.of(body)).build());
  }

  public static Passage passage(PassageKind kind, String text) {
    return new Passage(kind, text, 0);
  }

  /** Nothing is known but where it came from. */
  public static Clip minimal() {
    return clipped(article("a", "page.html").build());
  }

  /** A page that could not be read. */
  public static Clip failed() {
    Article stub = article(HASH, "dump.zip!/broken.html").build();
    return Clip.failed("dump.zip!/broken.html", Reason.BINARY, "an image", stub);
  }

  /** Every key has a value, and the verdicts are explained. */
  public static Clip full() {
    Provenance provenance =
        new Provenance("dump.zip!/a.html", HASH, "UTF-8 (header)", "themes/tagdiv", "0.1.0");
    return clipped(
        Article.builder(HASH, provenance)
            .pageKind(PageKind.ARTICLE)
            .headline(new Headline("Le pont rouvre", "Après deux ans", "Le pont rouvre lundi."))
            .byline(new Byline(List.of("Anne Dupré", "Léo Martin"), "AFP"))
            .dates(
                new Dates(
                    Moment.of(
                        OffsetDateTime.parse("2024-03-04T07:30:00+01:00"), Moment.Precision.MINUTE),
                    Moment.of(LocalDate.of(2024, 3, 5)),
                    Instant.parse("2024-03-06T12:00:00Z")))
            .place(
                new WebLocation(
                    "http://example.org/a?x=1", "http://example.org/a", "Le Phare", "Ville"))
            .language("fr")
            .tags(List.of("pont", "ville"))
            .body(
                List.of(
                    Passage.paragraph("Le pont rouvre."),
                    new Passage(PassageKind.HEADING, "Le chantier", 2),
                    new Passage(PassageKind.LIST_ITEM, "un point", 1),
                    passage(PassageKind.QUOTE, "Enfin !"),
                    passage(PassageKind.TABLE_ROW, "Année\tCoût"),
                    passage(PassageKind.CODE, "a = 1\n  b = 2"),
                    passage(PassageKind.CAPTION, "Le pont, hier")))
            .images(List.of(new Image("http://example.org/p.jpg", "Le pont", "J. Roux")))
            .access(Access.FREE)
            .rights(
                new Rights(
                    "http://example.org/licence", "noarchive", true, "http://x/p", null, null))
            .quality(new Quality(0.87654, 12, "theme", List.of("hidden-text")))
            .duplicate(new Duplicate("0123456789abcdef", "fedcba9876543210", "b", "c"))
            .explanation(explanation())
            .build());
  }

  private static Explanation explanation() {
    return new Explanation(
        List.of(new Evidence("title", "json-ld", "$.headline", "Le pont rouvre &raquo;")),
        List.of(
            new Explanation.Judged(
                "Le pont rouvre.",
                "main > p",
                Verdict.keep(PassageKind.PARAGRAPH, Decider.RULE, "r:3"),
                "The rule of this site keeps it (r:3).",
                List.of("The model takes it for text."),
                null),
            new Explanation.Judged("Publicité", null, Verdict.drop(Decider.PHRASE, "fr:ad"))));
  }
}
