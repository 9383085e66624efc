package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coupure.article.PageKind;
import org.coupure.article.UsageReservation;
import org.coupure.fetch.FetchSettings;
import org.coupure.fetch.RenderCommand;
import org.coupure.fetch.RenderWhen;
import org.coupure.verdict.PrecisionRecall;
import org.coupure.watch.Source.Kind;
import org.coupure.watch.Source.Start;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationTest {
  private static final String TARGETS =
      ".sqlite, .db, .parquet, postgresql://, opensearch+http(s)://, kafka://, .atom";

  private static final Path EXAMPLE = Path.of("config/coupure.example.yaml");
  private static final String LEAST =
      "sources:\n  - feed: https://a.example/rss\noutputs:\n  - to: out/\n";

  private static Configuration read(String yaml) {
    return ConfigurationReader.read(yaml, "c.yaml", Path.of("/desk"));
  }

  private static void assertMistakes(String yaml, String... messages) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            e ->
                assertThat(
                        e.getMessage().lines().filter(line -> line.startsWith("c.yaml:")).toList())
                    .containsExactly(messages));
  }

  @Test
  void readsWhatRendersPages() {
    Configuration.Browser browser =
        read(LEAST + "reading:\n  render: {command: 'b ''a b'' {url}', when: rule}\n")
            .reading()
            .clipping()
            .browser();

    assertThat(browser)
        .isEqualTo(
            new Configuration.Browser(
                new RenderCommand(List.of("b", "a b", "{url}")), RenderWhen.RULE));
    assertThat(read(LEAST).reading().clipping().browser()).isNull();
  }

  @Test
  void loadsTheExample() throws IOException {
    Configuration configuration = Configuration.load(EXAMPLE);

    assertThat(configuration.sources()).hasSize(5);
    assertThat(configuration.targets()).hasSize(9);
    assertThat(configuration.subjects()).hasSize(2);
    assertThat(configuration.storing().age()).isEqualTo(Duration.ofDays(5 * 365));
    assertThat(configuration.visiting().asking().contact()).isEqualTo("desk@desk.example");
    assertThat(configuration.alarm().command()).hasSize(3);
  }

  @Test
  void theExampleMeetsTheSchemaAndNamesEveryKey() throws IOException {
    String text = Files.readString(EXAMPLE);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("config/schema/config-1.json")));

    assertThat(schema.validate(text, InputFormat.YAML)).isEmpty();
    assertThat(ConfigurationReader.KEYS).allSatisfy(key -> assertThat(text).contains("\n" + key));
  }

  @Test
  void theSchemaNamesEveryKeyOfAnOutput() throws IOException {
    JsonNode schema =
        JsonMapper.shared().readTree(Files.readString(Path.of("config/schema/config-1.json")));

    assertThat(schema.at("/properties/outputs/items/properties").propertyNames())
        .containsExactlyElementsOf(OutputReader.KEYS);
  }

  @Test
  void saysWhereAChoiceOfAnOutputMakesNoSense() {
    assertMistakes(
        "sources:\n  - feed: https://a.example/rss\noutputs:\n"
            + "  - to: x.csv\n    csv-delimiter: ab\n  - to: y.csv\n    fields: id\n",
        "c.yaml:5:20: csv-delimiter: one character or tab is wanted, not \"ab\"",
        "c.yaml:6:5: fields, rename and profile shape JSON: use them with jsonl or json");
  }

  @Test
  void fillsInWhatIsLeftOut() {
    Configuration configuration = read(LEAST);

    Source source = configuration.sources().get(0);
    assertThat(source.name()).isEqualTo("a.example");
    assertThat(source.starts()).containsExactly(new Start(Kind.FEED, "https://a.example/rss"));
    assertThat(source.schedule()).isEqualTo(new Schedule.Every(Duration.ofMinutes(30)));
    assertThat(configuration.targets().get(0).out()).isEqualTo("/desk/out");
    assertThat(configuration.files().state()).isEqualTo(Path.of("/desk/coupure-state.sqlite"));
    assertThat(configuration.visiting().robots()).isTrue();
    assertThat(configuration.reading().recheck()).hasSize(4);
  }

  @Test
  void readsHowPagesAreFetchedAndRead() {
    Configuration configuration =
        read(
            LEAST
                + "visits:\n  user-agent: Desk/1.0\n  timeout: 5s\n  max-size: 3MB\n"
                + "  proxy: http://proxy.example:3128\n  cookies: jar.txt\n  keep-cookies: a.example\n"
                + "reading:\n  obey: [tdm, noai]\n  kinds: article, live\n  balance: precision\n"
                + "  site-memory: sites.memory\n  page-time: 90s\n");

    assertThat(configuration.visiting().asking())
        .isEqualTo(
            new FetchSettings(
                null,
                "Desk/1.0",
                Duration.ofSeconds(5),
                3_000_000,
                false,
                "http://proxy.example:3128",
                Path.of("/desk/jar.txt")));
    assertThat(configuration.visiting().keptCookies()).containsExactly("a.example");
    assertThat(configuration.reading().clipping().obey())
        .containsExactlyInAnyOrder(UsageReservation.TDM, UsageReservation.NOAI);
    assertThat(configuration.reading().wanted().kinds())
        .containsExactlyInAnyOrder(PageKind.ARTICLE, PageKind.LIVE);
    assertThat(configuration.reading().clipping().balance()).isEqualTo(PrecisionRecall.PRECISION);
    assertThat(configuration.reading().clipping().siteMemory())
        .isEqualTo(Path.of("/desk/sites.memory"));
    assertThat(configuration.reading().clipping().pageTime()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void saysWhichWishesKindsAndBalancesThereAre() {
    assertMistakes(
        LEAST + "reading:\n  obey: tmd\n  kinds: news\n  balance: odd\n",
        "c.yaml:6:9: obey: there is no wish called \"tmd\"; there are noindex, noarchive, noai, tdm,"
            + " search, ai-input, ai-train",
        "c.yaml:7:10: kinds: there is no kind of page called \"news\"; there are article, index,"
            + " product, forum, live, video, error, challenge, consent, other",
        "c.yaml:8:12: balance: even, precision or recall is wanted, not odd");
  }

  @Test
  void aSourcesKeyReplacesThatOfAll() {
    Configuration configuration =
        read(
            LEAST.replace("/rss\n", "/rss\n    filter:\n      languages: de\n")
                + "filter:\n  since: 2d\n  query: eau\n");

    Source source = configuration.sources().get(0);
    assertThat(source.filter().languages()).containsExactly("de");
    assertThat(source.filter().query()).hasToString("eau");
    assertThat(source.filter(Instant.parse("2026-03-10T00:00:00Z")).since())
        .isEqualTo("2026-03-08T00:00:00Z");
  }

  @Test
  void saysAllMistakesWithTheirPlaces() {
    assertMistakes(
        """
        sources:
          - fed: https://a.example/rss
          - feed: a.example/rss
          - feed: https://b.example/rss
            schedule: every now and then
            filter:
              query: syrie AND (russie OR
              since: soon
              include: "regex:a("
        outputs:
          - file: x
        visits:
          delay: 2
          parallel: many
        stats: x.sqlite
        """,
        "c.yaml:2:5: unknown key `fed`; did you mean `feed`?",
        "c.yaml:3:11: feed: \"a.example/rss\" is no URL; write such as https://example.org/feed",
        "c.yaml:5:15: schedule: \"every now and then\" is neither an interval, such as every 30m, nor"
            + " five fields of cron",
        "c.yaml:7:14: query: something is missing at the end",
        "c.yaml:8:14: since: \"soon\" is neither a length of time, such as 7d, nor a day, such as"
            + " 2026-01-31",
        "c.yaml:9:16: include: not a regular expression: missing closing ): a(",
        "c.yaml:11:5: unknown key `file`; known here: to, format, csv-guard,"
            + " csv-bom, csv-delimiter, fields, rename, profile, name-by, sidecar,"
            + " rotate, partition-by, subjects, sources, languages, kinds, updates, command, webhook, secret, mail",
        "c.yaml:11:5: an output needs `to`: a file, a folder, or \"-\" for standard output",
        "c.yaml:13:10: delay: \"2\" is no length of time; write such as 30s, 15m, 6h or 2d",
        "c.yaml:14:13: parallel: a whole number from 1 to 500 is wanted, not \"many\"",
        "c.yaml:15:1: unknown key `stats`; did you mean `state`?");
  }

  @Test
  void aMisspeltKeyIsNotMissedAsWell() {
    assertMistakes(
        "sourcs:\n  - feed: https://a.example/rss\noutput:\n  - to: x\n",
        "c.yaml:1:1: unknown key `sourcs`; did you mean `sources`?",
        "c.yaml:3:1: unknown key `output`; did you mean `outputs`?");
  }

  @Test
  void saysWhatIsWrongWithTimes() {
    String source = "sources:\n  - feed: https://a.example/rss\n    schedule: ";
    String outputs = "\noutputs:\n  - to: x\n";

    assertMistakes(
        source + "61 * * * *" + outputs,
        "c.yaml:3:15: schedule: \"61 * * * *\" is no cron expression: Value 61 not in range [0, 59]");
    assertMistakes(
        source + "0 0 30 2 *" + outputs,
        "c.yaml:3:15: schedule: \"0 0 30 2 *\" names a day that never comes, such as 30 February");
    assertMistakes(
        source + "0 */5 * * * *" + outputs,
        "c.yaml:3:15: schedule: \"0 */5 * * * *\" is neither an interval, such as every 30m, nor"
            + " five fields of cron");
    assertMistakes(
        LEAST + "time-zone: Europe/Pariss\n",
        "c.yaml:5:12: time-zone: there is no time zone \"Europe/Pariss\"; did you mean"
            + " `Europe/Paris`?");
  }

  @Test
  void refusesOutputsThatAreNone() {
    assertMistakes(
        """
        sources:
          - feed: https://a.example/rss
        outputs:
          - to: ftp://u:p@broker/topic
          - to: articles.xlsx
          - to: notes.d/
          - to: notes.2026
          - to: x.SQLITE
        """,
        "c.yaml:4:9: to: \"ftp://u:***@broker/topic\" is no target; records go to files, folders and "
            + TARGETS,
        "c.yaml:5:9: to: nothing is written as .xlsx; there are jsonl, csv, txt, md and tei.xml"
            + " (also with .gz or .zst) and "
            + TARGETS
            + "; for a folder write articles.xlsx/",
        "c.yaml:8:9: to: nothing is written as .SQLITE; there are jsonl, csv, txt, md and tei.xml"
            + " (also with .gz or .zst) and "
            + TARGETS
            + "; for a folder write x.SQLITE/");
    assertMistakes(
        LEAST.replace("out/", "s.sqlite") + "state: s.sqlite\n",
        "c.yaml:5:8: an output is this file, too; the state wants one of its own");
    assertMistakes(
        LEAST.replace("out/", "-"),
        "c.yaml:4:9: not YAML: sequence entries are not allowed here; write \"-\" in quotes");
  }

  @Test
  void wantsSourcesAndOutputs() {
    assertMistakes(
        "schedule: every 1h\n",
        "c.yaml:1:1: there is nothing to follow; give `sources` a list",
        "c.yaml:1:1: records have nowhere to go; give `outputs` a list");
  }

  @Test
  void refusesTwoOfAName() {
    assertMistakes(
        "sources:\n  - feed: https://a.example/1\n  - feed: https://a.example/2\n"
            + "outputs:\n  - to: x\n  - to: ./x\n",
        "c.yaml:3:5: there are two sources called `a.example`; rename one",
        "c.yaml:6:9: two outputs write to ./x; leave one out");
  }

  @ParameterizedTest
  @CsvSource({
    "every 30m, 2026-03-10T10:00:00Z, 2026-03-10T10:30:00Z",
    "6h, 2026-03-10T10:00:00Z, 2026-03-10T16:00:00Z",
    "0 7 * * *, 2026-03-10T10:00:00Z, 2026-03-11T06:00:00Z",
    "*/10 6-22 * * *, 2026-03-10T10:04:00Z, 2026-03-10T10:10:00Z",
    "0 0 * * mon, 2026-03-10T10:00:00Z, 2026-03-15T23:00:00Z",
    "30 2 * * *, 2026-03-28T10:00:00Z, 2026-03-30T00:30:00Z",
    "0 0 29 2 *, 2026-03-10T10:00:00Z, 2028-02-28T23:00:00Z",
  })
  void knowsWhenASourceIsDue(String schedule, Instant last, Instant expected) {
    Schedule parsed = ConfigurationReader.schedule(schedule, java.time.ZoneId.of("Europe/Paris"));

    assertThat(parsed.after(last)).isEqualTo(expected);
  }

  @Test
  void saysWhatIsWrongWithACronExpression() {
    assertThatThrownBy(() -> ConfigurationReader.schedule("0 25 * * *", java.time.ZoneOffset.UTC))
        .hasMessageContaining("25");
  }

  @Test
  void theNewestLimitOfAgeCounts() {
    Source source = read(LEAST + "filter:\n  since: 2026-03-01\n").sources().get(0);

    assertThat(source.filter(Instant.parse("2026-03-10T00:00:00Z")).since())
        .isEqualTo("2026-03-01T00:00:00Z");
    assertThat(List.of(source.starts())).isNotEmpty();
  }
}
