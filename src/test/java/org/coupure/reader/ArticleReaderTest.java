package org.coupure.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coupure.Clipper;
import org.coupure.WorkCount;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Sha256;
import org.coupure.fetch.FakeSite;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Politeness;
import org.coupure.fetch.Request;
import org.coupure.fetch.Validators;
import org.coupure.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ArticleReaderTest {
  private static final String RULE = "print-page: a.print@href\nnext-page: a.more@href\n";

  @TempDir Path folder;

  private final List<String> kept = new ArrayList<>();
  private final WorkCount work = new WorkCount();
  private ArticleVisit visit;

  private static String words(int paragraph) {
    return "<p>In part "
        + paragraph
        + " of its report on the bridge the council says that the work, which began in the winter,"
        + " will be paid for by the town alone, since nobody else has offered to help it.</p>\n";
  }

  private static String page(String links, int... paragraphs) {
    StringBuilder body = new StringBuilder();
    for (int paragraph : paragraphs) {
      body.append(words(paragraph));
    }
    return "<!doctype html><html lang=en><head><title>The bridge</title>"
        + "<meta property='article:published_time' content='2026-03-01T08:00:00Z'></head>"
        + "<body><article><h1>The bridge</h1>"
        + body
        + links
        + "</article></body></html>";
  }

  private static String link(String name, String path) {
    return "<p><a class=" + name + " href='" + path + "'>" + name + "</a></p>";
  }

  private Clip read(String path, int pages) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(rules.resolve("site.yaml"), "match: {hosts: 127.0.0.1}\n" + RULE);
    RuleBook book = RuleBook.load(List.of(rules));
    Clipper clipper = Clipper.builder().rules(book).listener(work).build();
    Fetcher plain = Fetcher.builder("test", Clock.systemUTC()).allowPrivate().build();
    Politeness politeness = Politeness.DEFAULT.withDelay(Duration.ZERO);
    try (PoliteFetcher fetcher = PoliteFetcher.builder(plain).manners(politeness).build()) {
      ArticleReader reader =
          ArticleReader.builder(fetcher, clipper::read, clipper::clip, book)
              .keeper(answered -> kept.add(pathOf(answered)))
              .maxPages(pages)
              .build();
      visit = reader.visit(Request.page(FakeSite.url(path)));
      while (visit.proceed().isPresent()) {
        Thread.onSpinWait();
      }
    }
    return Objects.requireNonNull(visit.clip());
  }

  private static String pathOf(Fetched.Answered answered) {
    return answered.page().url().substring(FakeSite.url("").length());
  }

  private static String text(Clip clip) {
    return clip.article().text();
  }

  @Test
  void joinsAllPagesOfAnArticle() throws IOException {
    FakeSite.serve("/join/a", page(link("more", "/join/b"), 1, 2));
    FakeSite.serve("/join/b", page(link("more", "/join/c"), 2, 3));
    FakeSite.serve("/join/c", page(link("more", "/join/a"), 4));

    Clip clip = read("/join/a", 10);

    for (int part = 1; part <= 4; part++) {
      assertThat(text(clip)).containsOnlyOnce("In part " + part + " of its");
    }
    assertThat(clip.article().quality().flags()).containsExactly("joined-pages");
    assertThat(clip.article().quality().words()).isGreaterThan(120);
    assertThat(clip.article().place().url()).isEqualTo(FakeSite.url("/join/a"));
    assertThat(kept).containsExactly("/join/a", "/join/b", "/join/c");
  }

  @Test
  void readsNoMorePagesThanAreWanted() throws IOException {
    FakeSite.serve("/most/a", page(link("more", "/most/b"), 1));
    FakeSite.serve("/most/b", page(link("more", "/most/c"), 2));

    Clip two = read("/most/a", 2);

    assertThat(text(two)).contains("In part 1", "In part 2");
    assertThat(two.detail()).isEqualTo("it has more pages than were wanted");
    assertThat(two.article().quality().flags()).containsExactly("joined-pages", "pages-missing");
    assertThat(text(read("/most/a", 1))).contains("In part 1").doesNotContain("In part 2");
    assertThat(kept).containsExactly("/most/a", "/most/b", "/most/a");
  }

  @Test
  void deliversWhatCameBeforeAPageThatCannotBeHad() throws IOException {
    FakeSite.serve("/half/a", page(link("more", "/half/b"), 1));
    FakeSite.serve("/half/b", 404, Map.of(), new byte[0]);

    Clip clip = read("/half/a", 10);

    assertThat(text(clip)).contains("In part 1");
    assertThat(clip.detail()).isEqualTo("a later page could not be had");
    assertThat(clip.article().quality().flags()).containsExactly("pages-missing");
  }

  @Test
  void takesTheTextOfThePrintPageAndKeepsTheRest() throws IOException {
    FakeSite.serve("/long/a", page(link("print", "/long/print") + link("more", "/long/b"), 1));
    FakeSite.serve(
        "/long/print", "<title>Print</title><body><h1>Print</h1>" + words(1) + words(2) + words(3));

    Clip clip = read("/long/a", 10);
    Article article = clip.article();

    assertThat(text(clip)).contains("In part 1", "In part 3");
    assertThat(article.quality().flags()).containsExactly("print-page");
    assertThat(article.headline().title()).isEqualTo("The bridge");
    assertThat(article.dates().published()).isNotNull();
    assertThat(article.place().url()).isEqualTo(FakeSite.url("/long/a"));
    assertThat(article.id()).isEqualTo(Sha256.of(FakeSite.url("/long/a")));
    assertThat(clip.input()).isEqualTo(FakeSite.url("/long/a"));
    assertThat(kept).containsExactly("/long/a", "/long/print");
    assertThat(work.parses()).as("one parse a page").isEqualTo(2);
    assertThat(work.predictions()).as("one prediction a page").isEqualTo(2);
  }

  @Test
  void goesOnlyOneStepToThePrintPage() throws IOException {
    FakeSite.serve("/hop/a", page(link("print", "/hop/print"), 1));
    FakeSite.serve(
        "/hop/print", page(link("print", "/hop/third") + link("more", "/hop/third"), 1, 2));

    read("/hop/a", 10);

    assertThat(kept).containsExactly("/hop/a", "/hop/print");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "shorter", "elsewhere", "script"})
  void readsOnWhereThePrintPageIsNoGood(String why) throws IOException {
    String start = "/" + why + "/a";
    String print =
        switch (why) {
          case "elsewhere" -> FakeSite.url("/elsewhere/print").replace("127.0.0.1", "localhost");
          case "script" -> "javascript:print()";
          default -> "/" + why + "/print";
        };
    FakeSite.serve(start, page(link("print", print) + link("more", "/" + why + "/b"), 1, 2));
    FakeSite.serve("/" + why + "/b", page("", 3));
    FakeSite.serve("/gone/print", 403, Map.of(), new byte[0]);
    FakeSite.serve("/shorter/print", page("", 9));
    FakeSite.serve("/elsewhere/print", page("", 9, 8, 7, 6));

    Clip clip = read(start, 10);

    assertThat(text(clip)).contains("In part 1", "In part 3").doesNotContain("In part 9");
    assertThat(clip.article().quality().flags()).containsExactly("joined-pages");
  }

  @Test
  void getsRoundNoPaywall() throws IOException {
    String sold =
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\":"
            + " \"The bridge\", \"isAccessibleForFree\": false}</script>"
            + "<div class=paywall>Subscribe to read on: this article is for subscribers only.</div>";
    FakeSite.serve("/sold/a", page(sold + link("print", "/sold/print"), 1));
    FakeSite.serve("/sold/print", page("", 1, 2, 3));

    Clip clip = read("/sold/a", 10);

    assertThat(clip.outcome()).hasToString("PAYWALLED");
    assertThat(kept).containsExactly("/sold/a");
  }

  @Test
  void versionsCountForSinglePagesOnly() throws IOException {
    Map<String, String> headers =
        Map.of("Content-Type", "text/html; charset=utf-8", "ETag", "\"1\"");
    FakeSite.serve("/tag/a", 200, headers, page("", 1).getBytes());
    FakeSite.serve("/tag/b", 200, headers, page(link("more", "/tag/c"), 1).getBytes());
    FakeSite.serve("/tag/c", page("", 2));

    read("/tag/a", 10);
    assertThat(visit.validators()).isEqualTo(new Validators("\"1\"", null));
    read("/tag/b", 10);
    assertThat(visit.validators()).isEqualTo(Validators.NONE);
  }
}
