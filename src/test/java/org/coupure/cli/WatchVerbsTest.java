package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coupure.fetch.FakeSite;
import org.coupure.watch.Configuration;
import org.coupure.watch.Status;
import org.coupure.watch.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs run, watch and status over one small site. */
class WatchVerbsTest {
  @TempDir Path folder;

  private static String page(String title) {
    return "<!doctype html><html lang=en><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1>"
        + ("<p>The council of "
                + title
                + " met on Tuesday to speak about the bridge, which has been closed since the"
                + " winter; the mayor promised that it will be open again before the summer.</p>")
            .repeat(1)
        + "<p>Those who live on the other side, he said in "
        + title
        + ", have waited for long enough, and the budget for the work is there at last.</p>"
        + "</article></body></html>";
  }

  private Path configuration(String name, String more) throws IOException {
    FakeSite.serve(
        "/" + name + "/rss",
        200,
        Map.of("Content-Type", "application/rss+xml"),
        ("<rss version=\"2.0\"><channel><title>t</title><item><title>a</title><link>/"
                + name
                + "/a</link></item></channel></rss>")
            .getBytes(StandardCharsets.UTF_8));
    FakeSite.serve("/" + name + "/a", page(name));
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        "sources:\n  - name: "
            + name
            + "\n    feed: "
            + FakeSite.url("/" + name + "/rss")
            + "\nvisits:\n  delay: 1ms\n  robots: ignore\n  private-addresses: yes\n"
            + "outputs:\n  - to: out.jsonl\nstate: "
            + name
            + ".sqlite\n"
            + more);
  }

  @Test
  void runsOnceAndDeliversOnce() throws IOException {
    Path file = configuration("once", "metrics:\n  file: m.prom\nreport: report.json\n");

    Session first = Session.of("run", file.toString());
    Session second = Session.of("run", file.toString(), "--all", "--report", "text");

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).contains("done: 1 source, 1 record delivered (1 new), 0 pages wait;");
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("1 source, 0 records delivered (nothing new)");
    assertThat(Files.readAllLines(folder.resolve("out.jsonl"))).hasSize(1);
    assertThat(folder.resolve("m.prom")).content().contains("outcome=\"new\"} 1");
    assertThat(folder.resolve("report.json")).content().contains("\"delivered\":0");
  }

  @Test
  void whatIsNotDueIsNotVisited() throws IOException {
    Path file = configuration("due", "");
    Session.of("run", file.toString());

    Session second = Session.of("run", file.toString(), "-v");

    assertThat(second.err())
        .doesNotContain("listing source=due")
        .containsPattern("waiting: nothing is due before 20[-0-9T:]+Z\n");
  }

  @Test
  void keepsListingsWhichCleanPassesOver() throws IOException {
    Path file = configuration("kept", "archive:\n  folder: kept-archive\n");
    Session.of("run", file.toString());

    Path archive;
    try (java.util.stream.Stream<Path> files = Files.list(folder.resolve("kept-archive"))) {
      archive = files.findFirst().orElseThrow();
    }
    Session again = Session.of("clean", archive.toString());

    String raw;
    try (java.io.InputStream in =
        new java.util.zip.GZIPInputStream(Files.newInputStream(archive))) {
      raw = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(raw).containsOnlyOnce("Coupure-Kind: listing").contains("<rss version");
    assertThat(again.err()).startsWith("1 page: 1 clipped;");
    assertThat(again.out()).contains("the mayor promised");
  }

  @Test
  void endsWithFiveWhenAllIsRefused() throws IOException {
    Path file = configuration("barred", "");
    FakeSite.serve("/barred/rss", 403, Map.of(), new byte[0]);

    Session session = Session.of("run", file.toString());

    assertThat(session.code()).as(session.err()).isEqualTo(5);
  }

  @Test
  void statusTellsThatTheLastVisitFailed() throws IOException {
    Path file = configuration("down", "");
    FakeSite.serve("/down/rss", 500, Map.of(), new byte[0]);
    Session.of("run", file.toString());

    assertThat(Session.of("status", file.toString()).out())
        .contains("  the last visit failed: ")
        .doesNotContain(" \n")
        .endsWith("0 pages wait to be read\n");
  }

  @Test
  void whatServersSaySteersNoTerminal() throws IOException {
    Path file = configuration("steer", "");
    String steering = "text/\u009B31mred";
    FakeSite.serve("/steer/rss", 200, Map.of("Content-Type", steering), new byte[0]);

    Session run = Session.of("run", file.toString(), "--report", "text");
    Session status = Session.of("status", file.toString());

    assertThat(run.err() + run.out() + status.out()).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
  }

  @Test
  void aRunThatMeetsNoFailureIsWellWhateverFailedBefore() throws IOException {
    Path file = configuration("before", "");
    FakeSite.serve("/before/rss", 500, Map.of(), new byte[0]);

    Session first = Session.of("run", file.toString());
    Session second = Session.of("run", file.toString(), "--report", "text");

    assertThat(first.code()).as(first.err()).isEqualTo(1);
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out()).startsWith("0 sources, 0 records delivered (nothing new)");
    assertThat(Session.of("status", file.toString()).out()).contains("  the last visit failed: ");
  }

  @Test
  void twoRunsAtOnceDoNotMeet() throws IOException {
    Path file = configuration("locked", "");
    Configuration configuration = Configuration.load(file);
    try (Watch held = Watch.builder(configuration, java.time.Clock.systemUTC()).open()) {
      Session second = Session.of("run", file.toString());

      assertThat(held.status().waiting()).isZero();
      assertThat(second.code()).isEqualTo(75);
      assertThat(second.err())
          .isEqualTo(
              "coupure: "
                  + folder.resolve("locked.sqlite")
                  + " is in use by another run; wait for it, or give this one a state of its own\n");
    }
  }

  @Test
  void aConfigurationsMistakesAreAllThatIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.yaml"), "sources: []\noutputs: [to: x]\n");

    Session session = Session.of("run", file.toString());

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err())
        .isEqualTo(
            "coupure: the configuration has mistakes.\n"
                + file
                + ":1:10: there is nothing to follow; give `sources` a list\n"
                + "    sources: []\n             ^\n");
    assertThat(Session.of("run", folder.toString()).err())
        .isEqualTo(
            "coupure: the configuration has mistakes.\n"
                + folder
                + " is a folder; name the configuration in it\n");
  }

  @Test
  void saysWhichFolderOfRulesIsNotThere() throws IOException {
    Path file = configuration("unruly", "reading:\n  rules: nowhere\n");

    assertThat(Session.of("run", file.toString()).err())
        .isEqualTo(
            "coupure: there is no folder of rules "
                + folder.resolve("nowhere")
                + "; see `rules` under `reading`\n");
  }

  @Test
  void aStateThatIsNoneIsASentenceAndNoTrace() throws IOException {
    Path file = configuration("spoilt", "");
    Path state = folder.resolve("spoilt.sqlite");
    Session.of("run", file.toString());
    try (FileChannel channel = FileChannel.open(state, StandardOpenOption.WRITE)) {
      // All but the header's first page.
      byte[] noise = new byte[(int) channel.size() - 4096];
      Arrays.fill(noise, (byte) 'x');
      channel.write(ByteBuffer.wrap(noise), 4096);
    }

    Session run = Session.of("run", file.toString(), "--all");
    Session status = Session.of("status", file.toString());

    String sentence =
        "coupure: "
            + state
            + ": the state: it is damaged; put a copy in its place, or move it away: then all is"
            + " new\n";
    assertThat(run.err()).isEqualTo(sentence);
    assertThat(run.code()).isEqualTo(2);
    assertThat(status.err()).isEqualTo(sentence);
    assertThat(status.code()).isEqualTo(2);
  }

  @Test
  void statusShowsHowSourcesStand() throws IOException {
    Path file = configuration("status", "");
    Session before = Session.of("status", file.toString());
    assertThat(before.code()).isZero();
    assertThat(before.out()).contains("status ", " - ");
    assertThat(before.err())
        .isEqualTo(
            "coupure: "
                + file
                + " has no mistakes; nothing was visited yet, and there is no state "
                + folder.resolve("status.sqlite")
                + "; coupure run begins.\n");
    Session.of("run", file.toString());

    Session table = Session.of("status", file.toString());
    Session metrics = Session.of("status", file.toString(), "--metrics");

    assertThat(table.code()).isZero();
    assertThat(table.out()).contains("status ").containsPattern("pages? waits? to be read");
    assertThat(metrics.out()).contains("coupure_source_up{source=\"status\"} 1\n");
  }

  @Test
  void aBrokenSourceIsToldOnceAndEndsTheRunWithOne() throws IOException {
    Path alert = folder.resolve("alert.json");
    Path file =
        configuration(
            "broken", "alerts:\n  failures: 1\n  command: [sh, -c, 'cat >> " + alert + "']\n");
    FakeSite.serve("/broken/rss", 410, Map.of("Content-Type", "text/html"), new byte[0]);

    Session first = Session.of("run", file.toString(), "--log-format", "json");
    Session second = Session.of("run", file.toString(), "--all");

    assertThat(first.code()).isEqualTo(1);
    assertThat(first.err())
        .contains("\"event\":\"alert\",\"source\":\"broken\",\"mood\":\"broken\"");
    assertThat(second.code()).isEqualTo(1);
    assertThat(Files.readAllLines(alert))
        .singleElement()
        .asString()
        .contains("\"mood\":\"broken\"")
        .contains("status 410 Gone");
  }

  @Test
  void saysWhatIsWrongWithAConfiguration() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "outputs: []\nsource: x\n");

    Session session = Session.of("run", file.toString());

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err())
        .contains(file + ":2:1: unknown key `source`; did you mean `sources`?");
    assertThat(Session.of("run").err())
        .isEqualTo(
            "coupure: name a configuration; there is no coupure.yaml here. coupure init writes one."
                + " Run \"coupure help run\" for its options.\n");
  }

  @Test
  void theArchiveGivesTheRecordsAgain() throws IOException {
    Path file = configuration("kept", "archive:\n  folder: archive\n");
    Session.of("run", file.toString());
    Path warc;
    try (var files = Files.list(folder.resolve("archive"))) {
      warc = files.findFirst().orElseThrow();
    }

    Session again = Session.of("clean", warc.toString());

    String delivered = Files.readString(folder.resolve("out.jsonl"));
    assertThat(article(again.out())).isEqualTo(article(delivered));
  }

  /** Its sources, which story it belongs to and where the page lay only a run knows. */
  private static String article(String line) {
    String known = line.replaceFirst("\"sources\":\\[[^\\]]*\\]", "");
    return known.substring(0, known.indexOf(",\"of\":"));
  }

  @Test
  void servesMetricsOnLoopback() throws Exception {
    Status status = new Status(List.of(), Map.of(), Map.of(), 3, Map.of());
    try (MetricsPage page = MetricsPage.open(0, () -> status)) {
      URI url = URI.create("http://127.0.0.1:" + page.port() + "/metrics");

      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());

      assertThat(answer.body()).endsWith("coupure_pages_waiting 3\n");
    }
  }
}
