package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.coupure.fetch.FakeSite;
import org.coupure.watch.Configuration;
import org.coupure.watch.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first configuration, and the way from it to a first review. */
class InitVerbTest {
  @TempDir Path folder;

  private Session init(String answers, String... words) {
    String[] all = new String[words.length + 6];
    System.arraycopy(
        new String[] {"init", "--allow-private", "--delay", "0", "-o", out().toString()},
        0,
        all,
        0,
        6);
    System.arraycopy(words, 0, all, 6, words.length);
    return new Session().stdin(answers).run(all);
  }

  private Path out() {
    return folder.resolve("desk.yaml");
  }

  private static void feed(String path, String... articles) {
    StringBuilder items = new StringBuilder();
    for (String article : articles) {
      items.append("<item><title>").append(article).append("</title><link>").append(article);
      items.append("</link></item>");
    }
    FakeSite.serve(
        path,
        200,
        Map.of("Content-Type", "application/rss+xml"),
        ("<rss version=\"2.0\"><channel><title>t</title>" + items + "</channel></rss>")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String front(String... feeds) {
    StringBuilder head = new StringBuilder("<!doctype html><html lang=en><head><title>P</title>");
    for (String feed : feeds) {
      head.append("<link rel=alternate type=application/rss+xml href=").append(feed).append('>');
    }
    return head + "</head><body><p>Welcome to our paper.</p></body></html>";
  }

  private Source onlySource() throws IOException {
    return Configuration.load(out()).sources().get(0);
  }

  @Test
  void threeAnswersMakeAConfiguration() throws IOException {
    FakeSite.serve("/init/paper/", front("/init/paper/rss"));
    feed("/init/paper/rss", "/init/paper/a");

    Session session =
        init(FakeSite.url("/init/paper/") + "\n\nferry OR (\nferry\n\ndesk@desk.example\n");

    assertThat(session.code()).as(session.err()).isZero();
    assertThat(session.err())
        .contains("Which sites?", "Which subjects?", "How may the sites reach you?")
        .contains("desk.yaml: 1 source, 1 subject. Now:\n  coupure run ");
    Configuration written = Configuration.load(out());
    assertThat(written.sources().get(0).starts())
        .containsExactly(new Source.Start(Source.Kind.FEED, FakeSite.url("/init/paper/rss")));
    assertThat(written.subjects()).hasSize(1);
    assertThat(written.visiting().asking().contact()).isEqualTo("desk@desk.example");
    assertThat(written.visiting().asking().privateAddresses()).isTrue();
  }

  @Test
  void theFirstReviewIsTwoCommandsAway() throws IOException {
    FakeSite.serve("/init/way/", front("/init/way/rss"));
    feed("/init/way/rss", "/init/way/ferry");
    FakeSite.serve(
        "/init/way/ferry",
        "<!doctype html><html lang=en><head><title>The ferry sails</title></head><body><article>"
            + "<h1>The ferry sails</h1><p>The old ferry sailed again on Tuesday, for the first time"
            + " since the winter, with forty people and two cows on board, said the captain.</p>"
            + "<p>It is to sail every hour until October, when the river is too high for it, and"
            + " the fare stays what it was.</p></article></body></html>");
    init("", FakeSite.url("/init/way/"), "--subject", "ferry NEAR/3 sail*");
    Session run = Session.of("run", out().toString());
    String review = folder.resolve("review.md").toString();
    String store = folder.resolve("coupure-store.sqlite").toString();

    Session made = Session.of("review", "--store", store, "--out", review);

    assertThat(made.code()).as(run.err() + made.err()).isZero();
    assertThat(Path.of(review)).content().contains("## ferry NEAR/3 sail");
  }

  @Test
  void takesTheFeedsThatNameArticlesAndNotComments() throws IOException {
    FakeSite.serve(
        "/init/many/",
        front("/init/many/rss", "/init/many/atom", "/init/many/comments/feed", "/init/many/gone"));
    feed("/init/many/rss", "/init/many/a", "/init/many/b");
    feed("/init/many/atom", "/init/many/b");
    feed("/init/many/comments/feed", "/init/many/a#comment");

    assertThat(init("", FakeSite.url("/init/many/")).code()).isZero();
    assertThat(onlySource().starts())
        .containsExactly(new Source.Start(Source.Kind.FEED, FakeSite.url("/init/many/rss")));
  }

  @Test
  void aFrontPageThatNamesArticlesWillDo() throws IOException {
    StringBuilder page = new StringBuilder("<!doctype html><title>P</title><body>");
    for (int i = 0; i < 6; i++) {
      page.append("<h2><a href=/init/index/2026/11/0").append(i + 1);
      page.append("/what-the-mayor-said>What the mayor said of the bridge today</a></h2>");
    }
    FakeSite.serve("/init/index/", page.toString());

    assertThat(init("", FakeSite.url("/init/index/")).code()).isZero();
    assertThat(onlySource().starts())
        .containsExactly(new Source.Start(Source.Kind.INDEX, FakeSite.url("/init/index/")));
  }

  @Test
  void takesOpmlAndListsAndKeepsWhatWasNotFoundAsComment() throws IOException {
    feed("/init/list/rss", "/init/list/a");
    Path opml = folder.resolve("feeds.opml");
    Files.writeString(
        opml,
        "<opml version=\"2.0\"><body><outline text=\"A: paper\""
            + " xmlUrl=\"https://paper.example/rss\"/></body></opml>");
    Path list = folder.resolve("sites.txt");
    Files.writeString(
        list,
        "# ours\n"
            + FakeSite.url("/init/list/rss")
            + "\n"
            + FakeSite.url("/init/list/none")
            + "\n");

    Session session = init("", opml.toString(), list.toString());

    assertThat(session.code()).as(session.err()).isEqualTo(1);
    assertThat(out()).content().contains("- opml: feeds.opml\n").contains(": status 404");
    assertThat(Configuration.load(out()).sources())
        .extracting(Source::name)
        .containsExactly("A: paper", "127.0.0.1");
  }

  @Test
  void writesNothingOverAFileAndNothingWithoutSites() throws IOException {
    assertThat(init("\n").code()).isEqualTo(2);
    assertThat(init("", FakeSite.url("/init/nowhere")).code()).isEqualTo(1);
    assertThat(out()).doesNotExist();
    Files.writeString(out(), "mine");

    assertThat(init("", "https://paper.example/").err()).contains("desk.yaml is there already");
    assertThat(init("", "x", "--subject", "a OR (").code()).isEqualTo(2);
    assertThat(out()).content().isEqualTo("mine");
  }
}
