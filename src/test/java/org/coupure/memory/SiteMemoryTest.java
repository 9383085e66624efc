package org.coupure.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Explanation;
import org.coupure.memory.InventedSite.Dump;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

class SiteMemoryTest {
  private static final Clipper PLAIN = Clipper.create();
  private static final String SHARED =
      "Chaque samedi, notre chroniqueuse raconte une rue de la ville et ceux qui y vivent.";

  private final InventedSite invented = new InventedSite(7);

  @Test
  void cleansTheDumpsOfASiteBetterThanWithoutIt() {
    List<Dump> dumps = invented.dumps(40);
    Clipper clipper = remembering(pages(dumps));

    Score before = score(PLAIN, dumps);
    Score after = score(clipper, dumps);

    assertThat(before.recall).isGreaterThan(0.99);
    assertThat(before.precision).isLessThan(0.90);
    assertThat(after.recall).isGreaterThan(0.99);
    assertThat(after.precision).isGreaterThan(0.95);
  }

  @Test
  void saysOnHowManyPagesADroppedBlockWasSeen() {
    List<Page> pages = pages(invented.dumps(40));

    assertThat(whyDropped(pages, "La lettre du matin")).containsExactly("seen on 40 of 40 pages");
  }

  @Test
  void takesLinesThatDifferInTheirNumbersForOne() {
    List<Page> pages = pages(invented.dumps(12));

    assertThat(whyDropped(pages, "avis déposés")).containsExactly("seen on 12 of 12 pages");
  }

  @Test
  void learnsNothingFromOnePageThatComesAgainAndAgain() {
    Page page = invented.dumps(1).get(0).page();

    assertThat(memory(Collections.nCopies(20, page)).isEmpty()).isTrue();
  }

  @Test
  void learnsFromADumpWhoseMenuLooksLikeItsTitle() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pages.add(dump(i, "Le port et la rade", invented.sentence(6), text(), text()));
    }

    assertThat(memory(pages).size("vigie/")).isEqualTo(1);
  }

  @Test
  void learnsNothingFromPagesOfOneTitle() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pages.add(html(i, "La crue vue du pont de bois", "<p>" + SHARED + "</p>"));
    }

    assertThat(memory(pages).isEmpty()).isTrue();
  }

  @Test
  void keepsTheStandingParagraphOfAColumn() {
    List<Page> pages = new ArrayList<>(pages(invented.dumps(30)));
    Page column = null;
    for (int i = 0; i < 10; i++) {
      column = dump(100 + i, invented.sentence(6), SHARED, text(), text());
      pages.add(column);
    }

    assertThat(remembering(pages).clip(column).article().text()).contains(SHARED);
  }

  @Test
  void keepsAnArticleThatWasPublishedUnderSeveralTitles() {
    String[] text = {text(), text(), text()};
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pages.add(dump(i, invented.sentence(6), text[0], text[1], text[2], text()));
    }

    assertThat(remembering(pages).clip(pages.get(0)).article().text()).contains(text);
  }

  @Test
  void keepsAPageOfNothingButRecurringText() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pages.add(dump(i, invented.sentence(6), text(), text(), SHARED));
    }
    Page notice = dump(99, "Mentions légales du journal", SHARED);

    assertThat(remembering(pages).clip(notice).article().text()).isEqualTo(SHARED);
  }

  @Test
  void keepsDataThatDifferInTheirNumbersOnly() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String low = "La mer est montée de " + i + " centimètres dans le vieux port cette nuit.";
      String high = "La mer est montée de 1" + i + " centimètres dans le vieux port cette nuit.";
      pages.add(dump(i, invented.sentence(6), text(), low, high, text()));
    }

    assertThat(remembering(pages).clip(pages.get(3)).article().text())
        .contains("montée de 3 centimètres", "montée de 13 centimètres");
  }

  @Test
  void knowsEachSiteForItself() {
    SiteMemory memory = memory(pages(invented.dumps(20)));

    assertThat(memory.size("vigie/")).isPositive();
    assertThat(memory.size("ailleurs/")).isZero();
  }

  @Test
  void inHtmlDropsParagraphsAndSparesLabels() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pages.add(
          html(
              i,
              invented.sentence(6),
              "<h2>Mesures</h2><p>" + text() + "</p><p>" + SHARED + "</p>"));
    }

    Article article = remembering(pages).clip(pages.get(0)).article();

    assertThat(article.text()).contains("Mesures").doesNotContain(SHARED);
    assertThat(PLAIN.clip(pages.get(0)).article().text()).contains(SHARED);
  }

  @Test
  void dependsOnNoOrderOfDifferentPages() {
    List<Page> pages = pages(invented.dumps(15));
    List<Page> turned = new ArrayList<>(pages);
    Collections.reverse(turned);

    assertThat(texts(remembering(turned), pages)).isEqualTo(texts(remembering(pages), pages));
  }

  @Test
  void aSnapshotStaysAsItIsWhenMoreIsLearned() {
    List<Page> pages = pages(invented.dumps(20));
    MemoryBuilder builder = new MemoryBuilder();
    SiteMemory before = builder.snapshot();

    pages.forEach(page -> PLAIN.sight(page).ifPresent(builder::add));

    assertThat(before.isEmpty()).isTrue();
    assertThat(builder.snapshot().isEmpty()).isFalse();
    assertThat(builder.pages("vigie/")).isEqualTo(20);
  }

  @Test
  void aPageThatCannotBeReadTeachesNothing() {
    assertThat(PLAIN.sight(Page.builder("empty.html", new byte[0]).build())).isEmpty();
  }

  private String text() {
    return invented.sentence(30) + ".";
  }

  private static Page dump(int number, String title, String... paragraphs) {
    List<String> lines = new ArrayList<>(List.of(title));
    lines.addAll(Arrays.asList(paragraphs));
    return InventedSite.page("vigie/" + number + ".txt", lines);
  }

  private Page html(int number, String title, String rest) {
    String html =
        "<html><head><title>"
            + title
            + "</title></head><body><main><article><h1>"
            + title
            + "</h1><p>"
            + text()
            + "</p><p>"
            + text()
            + "</p>"
            + rest
            + "</article></main></body></html>";
    return Page.builder(number + ".html", html.getBytes(StandardCharsets.UTF_8))
        .url("https://www.vigie.example/" + number)
        .build();
  }

  private static List<Page> pages(List<Dump> dumps) {
    return dumps.stream().map(Dump::page).toList();
  }

  private static SiteMemory memory(List<Page> pages) {
    MemoryBuilder builder = new MemoryBuilder();
    pages.forEach(page -> PLAIN.sight(page).ifPresent(builder::add));
    return builder.snapshot();
  }

  private static Clipper remembering(List<Page> pages) {
    return Clipper.builder().memory(memory(pages)).explain(true).build();
  }

  private static List<String> texts(Clipper clipper, List<Page> pages) {
    return pages.stream().map(page -> clipper.clip(page).article().text()).toList();
  }

  /** Why the blocks that hold {@code words} were dropped from the first page. */
  private static List<String> whyDropped(List<Page> pages, String words) {
    Clip clip = remembering(pages).clip(pages.get(0));
    return clip.article().explanation().blocks().stream()
        .filter(judged -> judged.text().contains(words))
        .map(Explanation.Judged::verdict)
        .map(verdict -> verdict.why())
        .toList();
  }

  private static Score score(Clipper clipper, List<Dump> dumps) {
    double precision = 0;
    double recall = 0;
    for (Dump dump : dumps) {
      Map<String, Integer> truth = words(String.join(" ", dump.text()));
      Map<String, Integer> found = words(clipper.clip(dump.page()).article().text());
      double common = 0;
      for (Map.Entry<String, Integer> word : found.entrySet()) {
        common += Math.min(word.getValue(), truth.getOrDefault(word.getKey(), 0));
      }
      precision += common / sum(found) / dumps.size();
      recall += common / sum(truth) / dumps.size();
    }
    return new Score(precision, recall);
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    for (String word : text.split("\\s+", -1)) {
      words.merge(word, 1, Integer::sum);
    }
    return words;
  }

  private static int sum(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private record Score(double precision, double recall) {}
}
