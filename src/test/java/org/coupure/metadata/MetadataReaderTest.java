package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Access;
import org.coupure.article.Byline;
import org.coupure.article.Evidence;
import org.coupure.article.Moment;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.TextSegmenter;
import org.coupure.page.Page;
import org.coupure.rules.Dating;
import org.coupure.rules.RuleFields;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MetadataReaderTest {
  private static final String URL = "https://www.example.org/politics/a-headline";

  private final MetadataReader reader = new MetadataReader();

  @Test
  void readsAWellMadePage() {
    Metadata found =
        read(
            """
            <html lang="en-GB"><head><title>A headline of the day | The Example</title>
            <meta property="og:site_name" content="The Example">
            <meta property="og:title" content="A headline of the day">
            <meta property="og:image" content="/lead.jpg">
            <meta property="article:section" content="Politics">
            <meta property="article:tag" content="One"><meta property="article:tag" content="Two">
            <meta name="description" content="What it is about">
            <link rel="canonical" href="https://www.example.org/politics/a-headline?x=1">
            <script type="application/ld+json">{"@type": "NewsArticle",
              "headline": "A headline of the day", "author": {"@type": "Person", "name": "Jane Roe"},
              "datePublished": "2025-03-14T10:05:00+01:00", "dateModified": "2025-03-15",
              "isAccessibleForFree": false}</script></head>
            <body><h1>A headline of the day</h1><p>By Jane Roe</p><p>Text.</p></body></html>
            """);

    assertThat(found.headline().title()).isEqualTo("A headline of the day");
    assertThat(found.headline().description()).isEqualTo("What it is about");
    assertThat(found.byline()).isEqualTo(new Byline(List.of("Jane Roe"), null));
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2025-03-14T10:05:00+01:00");
    assertThat(found.dates().modified().toRfc3339()).isEqualTo("2025-03-15");
    assertThat(found.place().site()).isEqualTo("The Example");
    assertThat(found.place().section()).isEqualTo("Politics");
    assertThat(found.place().canonicalUrl()).endsWith("/politics/a-headline?x=1");
    assertThat(found.language()).isEqualTo("en-GB");
    assertThat(found.tags()).containsExactly("One", "Two");
    assertThat(found.images().get(0).url()).isEqualTo("https://www.example.org/lead.jpg");
    assertThat(found.access()).isEqualTo(Access.PAYWALLED);
  }

  @Test
  void givesEvidenceForEveryField() {
    Metadata found =
        read(
            """
            <head><meta name="author" content="Jane Roe">
            <meta property="article:published_time" content="2025-03-14"></head>
            <body><h1>A headline of the day</h1></body>
            """);

    assertThat(found.evidence())
        .contains(
            new Evidence("title", "heading", "h1", "A headline of the day"),
            new Evidence("authors", "meta", "author", "Jane Roe"),
            new Evidence("published", "meta", "article:published_time", "2025-03-14"));
  }

  @Test
  void givesEvidenceOfTheAuthorsThatItNamesOnly() {
    Metadata found =
        read(
            """
            <head><meta name="author" content="Jane Roe"></head>
            <body><h1>A headline of the day</h1><p class="byline">By John Doe</p></body>
            """);

    assertThat(found.byline().authors()).containsExactly("John Doe");
    assertThat(found.evidence())
        .filteredOn(evidence -> evidence.field().equals("authors"))
        .singleElement()
        .satisfies(evidence -> assertThat(evidence.raw()).contains("John Doe"));
  }

  @Test
  void givesNothingWhereThePageSaysNothing() {
    Metadata found = read("<p>Some words and nothing else.</p>");

    assertThat(found.headline().title()).isNull();
    assertThat(found.byline()).isEqualTo(Byline.NONE);
    assertThat(found.dates().published()).isNull();
    assertThat(found.place().site()).isNull();
    assertThat(found.access()).isEqualTo(Access.UNKNOWN);
    assertThat(found.spent()).isEmpty();
  }

  @Test
  void takesTheVisibleHeadlineBeforeTheOneForSearchEngines() {
    Metadata found =
        read(
            """
            <head><title>Ten tips for a headline of the day - Example</title></head>
            <body><h1><a href="/">Example</a></h1><h1>The headline of the day: ten tips</h1></body>
            """);

    assertThat(found.headline().title()).isEqualTo("The headline of the day: ten tips");
  }

  @Test
  void cutsTheKickerOffTheHeadline() {
    Metadata found =
        read(
            """
            <title>War of words: A headline of the day</title>
            <h1><span class="kicker">War of words</span><span class="visually-hidden">:</span>
            <span>A headline of the day</span></h1>
            """);

    assertThat(found.headline().title()).isEqualTo("A headline of the day");
  }

  @Test
  void decodesEntitiesThatWereEncodedTwice() {
    Metadata found =
        read("<meta property='og:title' content='Salt &amp;amp; pepper &amp;#8211; again'>");

    assertThat(found.headline().title()).isEqualTo("Salt & pepper – again");
  }

  @Test
  void resolvesAuthorsOfAGraph() {
    Metadata found =
        read(
            """
            <script type="application/ld+json">{"@graph": [
              {"@type": "WebSite", "@id": "#site", "name": "Example"},
              {"@type": "Person", "@id": "#jane", "name": "Jane Roe"},
              {"@type": ["Article"], "headline": "A headline of the day",
               "author": [{"@id": "#jane"}, null, "John Doe"], "datePublished": "2025-03-14"}]}
            </script><h1>A headline of the day</h1>
            """);

    assertThat(found.byline().authors()).containsExactly("Jane Roe", "John Doe");
  }

  @Test
  void readsTheThingThatThePageIsAbout() {
    Metadata found =
        read(
            """
            <title>A headline of the day</title>
            <script type="application/ld+json">[
              {"@type": "NewsArticle", "headline": "Another story altogether",
               "author": "Wrong Person", "datePublished": "2001-01-01"},
              {"@type": "NewsArticle", "headline": "A headline of the day",
               "author": "Jane Roe", "datePublished": "2025-03-14"}]</script>
            <h1>A headline of the day</h1>
            """);

    assertThat(found.byline().authors()).containsExactly("Jane Roe");
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2025-03-14");
  }

  @Test
  void leavesDatesAndNamesOfOtherArticlesAlone() {
    Metadata found =
        read(
            """
            <h1>A headline of the day</h1><p>Text of the article itself.</p>
            <aside class="related"><article><h3>Other</h3><time datetime="2020-01-01">1 Jan</time>
            <span class="author">By Wrong Person</span></article></aside>
            <div class="comments"><div class="comment"><span class="author">Some Body</span>
            <time datetime="2021-01-01">1 Jan</time></div></div>
            """);

    assertThat(found.byline().authors()).isEmpty();
    assertThat(found.dates().published()).isNull();
  }

  @Test
  void readsBylineAndDateLinesUnderTheHeadline() {
    Metadata found =
        read(
            """
            <html lang="fr"><h1>Un titre du jour</h1><p>Par Jeanne Exemple et Jean Modèle</p>
            <p>Publié le 14 mars 2025 à 10h05</p><p>Le texte de l'article commence ici.</p></html>
            """);

    assertThat(found.byline().authors()).containsExactly("Jeanne Exemple", "Jean Modèle");
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2025-03-14T10:05:00Z");
    assertThat(found.spent().values()).containsExactlyInAnyOrder("title", "authors", "published");
  }

  @Test
  void doesNotSpendAParagraphThatMentionsADate() {
    Metadata found =
        read(
            """
            <h1>A headline of the day</h1>
            <p>On 14 March 2025 the council of the town met and decided about the new bridge,
            which had been debated for years by everybody.</p>
            """);

    assertThat(found.spent()).containsOnlyKeys(0);
    assertThat(found.dates().published()).isNull();
  }

  @Test
  void callsADateOfChangeNoDateOfPublication() {
    Metadata found =
        read("<h1>A headline of the day</h1><p>Last updated: 14 March 2025</p><p>Text.</p>");

    assertThat(found.dates().published()).isNull();
    assertThat(found.dates().modified().toRfc3339()).isEqualTo("2025-03-14");
    assertThat(found.evidence())
        .contains(new Evidence("modified", "text", "block 1", "Last updated: 14 March 2025"));
  }

  @Test
  void believesTheDateThatAReaderSeesAtTheHeadline() {
    Metadata found =
        read(
            """
            <html lang="en"><meta property="article:published_time" content="2019-01-02T03:04:05Z">
            <h1>A headline of the day</h1><p>14 March 2025</p><p>Text.</p></html>
            """);

    assertThat(found.dates().published().toRfc3339()).isEqualTo("2025-03-14");
  }

  @Test
  void takesNoDateOfChangeForThatOfPublication() {
    Metadata found =
        read(
            """
            <meta property="article:published_time" content="2019-01-02">
            <meta property="article:modified_time" content="2025-03-14T10:00:00Z">
            <h1>A headline of the day</h1><p>14 March 2025</p><p>Text.</p>
            """);

    assertThat(found.dates().published().toRfc3339()).isEqualTo("2019-01-02");
  }

  @Test
  void refusesDatesAfterTheCapture() {
    Page page =
        Page.builder("test", new byte[0]).captured(Instant.parse("2025-01-01T00:00:00Z")).build();
    Blocks blocks =
        HtmlSegmenter.segment(
            Jsoup.parse("<meta property='article:published_time' content='2031-01-01'><h1>A</h1>"));

    assertThat(reader.read(page, blocks, List.of()).dates().published()).isNull();
  }

  @Test
  void fallsBackToTheDayInTheUrl() {
    Page page = Page.builder("test", new byte[0]).url("https://example.org/2025/03/14/x").build();
    Blocks blocks = HtmlSegmenter.segment(Jsoup.parse("<h1>A headline of the day</h1>"));

    assertThat(reader.read(page, blocks, List.of()).dates().published().toRfc3339())
        .isEqualTo("2025-03-14");
  }

  @Test
  void refusesACanonicalUrlOfAnotherSite() {
    assertThat(read("<link rel=canonical href='https://elsewhere.test/x'>").place().canonicalUrl())
        .isNull();
    assertThat(read("<link rel=canonical href='/politics/x'>").place().canonicalUrl())
        .isEqualTo("https://www.example.org/politics/x");
  }

  @Test
  void recordsWhatThePageSaysAboutItsUse() {
    Metadata found =
        read(
            """
            <meta name="robots" content="NoIndex, max-image-preview:large">
            <meta name="tdm-reservation" content="1">
            <meta name="tdm-policy" content="https://example.org/tdm.json">
            <link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
            """);

    assertThat(found.rights().robots()).isEqualTo("noindex, max-image-preview:large");
    assertThat(found.rights().tdmReservation()).isTrue();
    assertThat(found.rights().tdmPolicy()).isEqualTo("https://example.org/tdm.json");
    assertThat(found.rights().license()).contains("creativecommons.org");
  }

  @Test
  void letsRulesSpeakFirst() {
    RuleFields ruled =
        new RuleFields(
            new RuleFields.Headings(
                new RuleFields.Found("Ruled headline", "rule:1"),
                new RuleFields.Found("A standfirst", "rule:4")),
            List.of(new RuleFields.Found("Von Erika Muster", "rule:2")),
            new RuleFields.Times(
                new RuleFields.Found("14.03.2025 18:30", "rule:3"),
                null,
                new Dating(List.of(), Locale.GERMAN, ZoneId.of("Europe/Berlin"))),
            new RuleFields.Filing(
                new RuleFields.Found("Stadt", "rule:5"),
                List.of(new RuleFields.Found("Brücke", "rule:6"))),
            List.of(
                new RuleFields.Picture(new RuleFields.Found("/bild.jpg", "rule:7"), "Die Brücke")),
            new RuleFields.Stated(Access.PAYWALLED, "rule:8"));
    Page page = Page.builder("test", new byte[0]).url(URL).build();
    Blocks blocks =
        HtmlSegmenter.segment(Jsoup.parse("<h1>Another headline</h1><p>A standfirst</p>"));

    Metadata found = reader.read(page, blocks, List.of(ruled));

    assertThat(found.headline().title()).isEqualTo("Ruled headline");
    assertThat(found.byline().authors()).containsExactly("Erika Muster");
    assertThat(found.headline().subtitle()).isEqualTo("A standfirst");
    assertThat(found.spent()).containsEntry(1, "subtitle");
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2025-03-14T18:30:00+01:00");
    assertThat(found.dates().published().zone()).isEqualTo(Moment.Zone.RULE);
    assertThat(found.place().section()).isEqualTo("Stadt");
    assertThat(found.tags()).containsExactly("Brücke");
    assertThat(found.images().get(0).url()).endsWith("/bild.jpg");
    assertThat(found.access()).isEqualTo(Access.PAYWALLED);
  }

  @Test
  void readsADumpByItsFirstAndLastLines() {
    String dump =
        """
        Un titre du jour qui dit de quoi il s'agit

        Par Jeanne Exemple

        14 mars 2025

        Le premier paragraphe de cet article est assez long pour ne pas passer pour une ligne.

        Le second paragraphe de cet article est assez long lui aussi, et il finit par un point.

        (AFP)
        """;
    Page page = Page.builder("test", dump.getBytes(StandardCharsets.UTF_8)).build();

    Metadata found = reader.read(page, TextSegmenter.segment(dump), List.of());

    assertThat(found.headline().title()).isEqualTo("Un titre du jour qui dit de quoi il s'agit");
    assertThat(found.byline()).isEqualTo(new Byline(List.of("Jeanne Exemple"), "AFP"));
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2025-03-14");
    assertThat(found.spent()).containsOnlyKeys(0, 1, 2, 5);
  }

  @Test
  void readsADumpWhoseBylineAndDateShareALine() {
    String dump =
        """
        Le sommet de l'île repoussé à juin

        Par Jeanne Exemple  12/04/2019 10:22

        Le premier paragraphe de cet article est assez long pour ne pas passer pour une ligne.
        """;

    Metadata found =
        reader.read(
            Page.builder("test", new byte[0]).build(), TextSegmenter.segment(dump), List.of());

    assertThat(found.byline().authors()).containsExactly("Jeanne Exemple");
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2019-04-12T10:22:00Z");
    assertThat(found.spent()).containsOnlyKeys(0, 1);
  }

  private Metadata read(String html) {
    Page page = Page.builder("test", html.getBytes(StandardCharsets.UTF_8)).url(URL).build();
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html, URL)), List.of());
  }
}
