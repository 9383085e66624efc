package org.coupure.watch;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.coupure.article.PageKind;
import org.coupure.article.UsageReservation;
import org.coupure.batch.PageClock;
import org.coupure.fetch.FetchSettings;
import org.coupure.fetch.RenderCommand;
import org.coupure.fetch.RenderWhen;
import org.coupure.reader.ArticleReader;
import org.coupure.store.ArticleStore;
import org.coupure.verdict.PrecisionRecall;
import org.coupure.watch.Configuration.Alarm;
import org.coupure.watch.Configuration.Browser;
import org.coupure.watch.Configuration.Clipping;
import org.coupure.watch.Configuration.Copies;
import org.coupure.watch.Configuration.Dedup;
import org.coupure.watch.Configuration.Files;
import org.coupure.watch.Configuration.Reading;
import org.coupure.watch.Configuration.Storing;
import org.coupure.watch.Configuration.Target;
import org.coupure.watch.Configuration.Visiting;
import org.coupure.watch.Configuration.Wanted;
import org.coupure.yaml.Nearest;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.coupure.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration file. Its keys are those of {@code config/schema/config-1.json}, which is
 * for editors; what is said to a person is said here, all of it at once.
 */
final class ConfigurationReader {
  static final List<String> KEYS =
      List.of(
          "sources",
          "subjects",
          "outputs",
          "state",
          "store",
          "keep",
          "backfill",
          "visits",
          "schedule",
          "time-zone",
          "filter",
          "reading",
          "archive",
          "metrics",
          "report",
          "alerts",
          "mail");

  private static final int MAX_BYTES = 4 << 20;

  /** A news site's feed turns over within hours; asking more often is of little use. */
  private static final Schedule DEFAULT_SCHEDULE = new Schedule.Every(Duration.ofMinutes(30));

  /** Corrections come within the hour, additions within the day, libel cases within days. */
  private static final List<Duration> DEFAULT_RECHECK =
      List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3));

  private static final long DEFAULT_ARCHIVE_BYTES = 1_000_000_000;

  private final Problems problems;
  private final Path folder;

  private ConfigurationReader(Problems problems, Path folder) {
    this.problems = problems;
    this.folder = folder;
  }

  static Configuration load(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return read(text(file), file.toString(), folder == null ? Path.of("/") : folder);
  }

  /** Returns the subjects of a configuration, or of a file that has no other key. */
  static List<Subject> subjects(Path file) throws IOException {
    String text = text(file);
    Problems problems = new Problems(file.toString(), text);
    Node root = YamlReader.read(text, problems);
    List<Subject> subjects = List.of();
    if (root != null) {
      Section top = new Section(root, "the subjects", KEYS, problems);
      subjects = new SubjectReader(problems).subjects(top, null);
      if (subjects.isEmpty() && problems.isEmpty()) {
        top.problem("subjects", "there are no subjects; give `subjects` a list");
      }
    }
    requireNone(problems);
    return subjects;
  }

  private static String text(Path file) throws IOException {
    if (java.nio.file.Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder; name the configuration in it");
    }
    if (java.nio.file.Files.size(file) > MAX_BYTES) {
      throw new IllegalArgumentException(file + ": larger than 4 MiB; is this a configuration?");
    }
    try {
      return java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException bad) {
      throw new IllegalArgumentException(file + ": not UTF-8; save it in that charset", bad);
    }
  }

  private static void requireNone(Problems problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems.inPlaceOrder()));
    }
  }

  static Configuration read(String text, String name, Path folder) {
    Problems problems = new Problems(name, text);
    Node root = YamlReader.read(text, problems);
    Configuration configuration =
        root == null ? null : new ConfigurationReader(problems, folder).configuration(root);
    requireNone(problems);
    return Objects.requireNonNull(configuration);
  }

  private Configuration configuration(Node root) {
    Section top = new Section(root, "the configuration", KEYS, problems);
    ZoneId zone = top.value("time-zone", ZoneOffset.UTC, ConfigurationReader::zone);
    Schedule schedule = top.value("schedule", DEFAULT_SCHEDULE, text -> schedule(text, zone));
    SourceReader reader = new SourceReader(problems, folder, schedule, zone);
    reader.defaults(top.section("filter", SourceReader.FILTER_KEYS));
    List<Source> sources = sources(top, reader);
    Set<String> names = sources.stream().map(Source::name).collect(Collectors.toSet());
    List<Subject> subjects = new SubjectReader(problems).subjects(top, names);
    Set<String> subjectNames = subjects.stream().map(Subject::name).collect(Collectors.toSet());
    List<Target> targets = new OutputReader(top, problems, folder).targets(names, subjectNames);
    Files files = files(top);
    Storing storing = storing(top);
    if (files.state().equals(storing.store())) {
      top.problem("store", "the state is this file, too; the store wants one of its own");
    }
    if (targets.stream().anyMatch(target -> isStore(target, storing))) {
      top.problem(
          "store",
          "an output is this file, too; the store has all records, so leave the output out");
    }
    if (targets.stream().anyMatch(target -> files.state().toString().equals(target.out()))) {
      top.problem("state", "an output is this file, too; the state wants one of its own");
    }
    return new Configuration(
        sources, subjects, targets, visiting(top), reading(top), files, storing, alarm(top));
  }

  private static boolean isStore(Target target, Storing storing) {
    return storing.store() != null && storing.store().toString().equals(target.out());
  }

  private Storing storing(Section top) {
    String store = top.value("store", ArticleStore.FILE, text -> text);
    boolean off = List.of("off", "no", "false").contains(store.toLowerCase(Locale.ROOT));
    String keep = top.text("keep");
    boolean size = keep != null && keep.matches("[0-9]+ *[kMG]B");
    if (off && top.has("backfill")) {
      top.problem("backfill", "backfill: without a store there is nothing to take records from");
    }
    return new Storing(
        off ? null : Section.path(folder).apply(store),
        size ? null : top.value("keep", Section::duration),
        size ? top.value("keep", 0L, Section::bytes) : 0,
        top.value("backfill", Section::duration));
  }

  private List<Source> sources(Section top, SourceReader reader) {
    List<Source> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : top.nodes("sources")) {
      for (Source source : reader.sources(node)) {
        if (!names.add(source.name())) {
          problems.add(node, "there are two sources called `" + source.name() + "`; rename one");
        }
        sources.add(source);
      }
    }
    if (top.nodes("sources").isEmpty() && !top.isMisspelt("sources")) {
      top.problem("sources", "there is nothing to follow; give `sources` a list");
    }
    return sources;
  }

  private Visiting visiting(Section top) {
    List<String> keys =
        List.of(
            "contact",
            "user-agent",
            "timeout",
            "max-size",
            "proxy",
            "cookies",
            "keep-cookies",
            "delay",
            "longest-crawl-delay",
            "robots",
            "private-addresses",
            "parallel");
    Section section = top.sectionOrEmpty("visits", keys);
    return new Visiting(
        asking(section),
        Set.copyOf(section.texts("keep-cookies")),
        section.value("delay", Duration.ofSeconds(2), Section::duration),
        section.value("longest-crawl-delay", Duration.ofSeconds(60), Section::duration),
        section.value("robots", true, ConfigurationReader::obeys),
        section.value("parallel", 16, Section.whole(1, 500)));
  }

  private FetchSettings asking(Section section) {
    return new FetchSettings(
        section.text("contact"),
        section.text("user-agent"),
        section.value("timeout", Duration.ofSeconds(30), Section::duration),
        // The page's reader stops at 20 MB, so more would be fetched in vain.
        section.value("max-size", 20_000_000, ConfigurationReader::pageBytes),
        section.value("private-addresses", false, Section::yes),
        section.text("proxy"),
        section.value("cookies", Section.path(folder)));
  }

  private static int pageBytes(String text) {
    return (int) Math.min(Section.bytes(text), 2_000_000_000);
  }

  private static boolean obeys(String text) {
    return switch (text) {
      case "obey" -> true;
      case "ignore" -> false;
      default -> throw new IllegalArgumentException("obey or ignore is wanted, not " + text);
    };
  }

  private Reading reading(Section top) {
    List<String> keys =
        List.of(
            "rules",
            "pages",
            "recheck",
            "least-change",
            "copies",
            "dedup",
            "failures",
            "explain",
            "obey",
            "kinds",
            "balance",
            "site-memory",
            "render",
            "page-time");
    Section section = top.sectionOrEmpty("reading", keys);
    List<Duration> recheck = section.values("recheck", ConfigurationReader::recheck);
    // In this order, since mistakes are told in the order in which they are met.
    Set<UsageReservation> obey = section.union("obey", UsageReservation::parse);
    Wanted wanted = wanted(section);
    return new Reading(
        clipping(section, obey),
        wanted,
        section.value("pages", ArticleReader.USUAL_PAGES, Section.whole(1, 100)),
        section.value("least-change", 0.0, ConfigurationReader::share),
        section.has("recheck")
            ? recheck.stream().filter(d -> !d.isZero()).toList()
            : DEFAULT_RECHECK);
  }

  private Clipping clipping(Section section, Set<UsageReservation> obey) {
    return new Clipping(
        section.values("rules", Section.path(folder)),
        section.value("explain", false, Section::yes),
        obey,
        section.value("balance", PrecisionRecall.EVEN, ConfigurationReader::balance),
        section.value("site-memory", Section.path(folder)),
        browser(section.section("render", List.of("command", "when"))),
        section.value("page-time", PageClock.USUAL_LIMIT, Section::duration));
  }

  private static Wanted wanted(Section section) {
    return new Wanted(
        section.has("kinds") ? section.union("kinds", PageKind::parse) : Set.of(PageKind.values()),
        section.value("copies", Copies.LINK, ConfigurationReader::copies),
        section.value("dedup", Dedup.EXACT, ConfigurationReader::dedup),
        section.value("failures", false, Section::yes));
  }

  private static PrecisionRecall balance(String text) {
    return switch (text) {
      case "even" -> PrecisionRecall.EVEN;
      case "precision" -> PrecisionRecall.PRECISION;
      case "recall" -> PrecisionRecall.RECALL;
      default ->
          throw new IllegalArgumentException("even, precision or recall is wanted, not " + text);
    };
  }

  private static @Nullable Browser browser(@Nullable Section section) {
    if (section == null) {
      return null;
    }
    if (!section.has("command")) {
      section.problem("command", "rendering needs a `command`");
    }
    RenderCommand command = section.value("command", RenderCommand::parse);
    RenderWhen when = section.value("when", RenderWhen.EMPTY, RenderWhen::parse);
    return command == null ? null : new Browser(command, when);
  }

  private static double share(String text) {
    if (!text.matches("[0-9]{1,2}%")) {
      throw new IllegalArgumentException(
          "a share of an article's words such as 5% is wanted, not \"" + text + "\"");
    }
    return Integer.parseInt(text.replace("%", "")) / 100.0;
  }

  private static Duration recheck(String text) {
    return text.equals("never") ? Duration.ZERO : Section.duration(text);
  }

  private static Dedup dedup(String text) {
    return switch (text) {
      case "exact" -> Dedup.EXACT;
      case "near" -> Dedup.NEAR;
      default -> throw new IllegalArgumentException("exact or near is wanted, not " + text);
    };
  }

  private static Copies copies(String text) {
    return switch (text) {
      // What 0.1.0 called it.
      case "link", "mark" -> Copies.LINK;
      case "drop" -> Copies.DROP;
      default -> throw new IllegalArgumentException("link or drop is wanted, not " + text);
    };
  }

  private Files files(Section top) {
    Section archive = top.section("archive", List.of("folder", "size"));
    Section metrics = top.section("metrics", List.of("file", "port"));
    if (archive != null && !archive.has("folder")) {
      archive.problem("folder", "an archive needs a `folder`");
    }
    return new Files(
        top.value("state", folder.resolve("coupure-state.sqlite"), Section.path(folder)),
        archive == null ? null : archive.value("folder", Section.path(folder)),
        archive == null
            ? DEFAULT_ARCHIVE_BYTES
            : archive.value("size", DEFAULT_ARCHIVE_BYTES, Section::bytes),
        metrics == null ? null : metrics.value("file", Section.path(folder)),
        metrics == null ? 0 : metrics.value("port", 0, Section.whole(1, 65_535)),
        top.value("report", Section.path(folder)));
  }

  private Alarm alarm(Section top) {
    Section alerts =
        top.section("alerts", List.of("command", "webhook", "quiet-after", "failures"));
    if (alerts == null) {
      return new Alarm(List.of(), null, Duration.ofDays(3), 5);
    }
    return new Alarm(
        alerts.texts("command"),
        alerts.value("webhook", SourceReader::url),
        alerts.value("quiet-after", Duration.ofDays(3), Section::duration),
        alerts.value("failures", 5, Section.whole(1, 1000)));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "there is no time zone \""
              + text
              + "\""
              + Nearest.hint(text, ZoneId.getAvailableZoneIds()),
          unknown);
    }
  }

  /** Returns the schedule that {@code every 30m}, {@code 30m} or a cron expression says. */
  static Schedule schedule(String text, ZoneId zone) {
    String clean = text.toLowerCase(Locale.ROOT).startsWith("every ") ? text.substring(6) : text;
    int words = clean.strip().split("\\s+", -1).length;
    if (words > 1 && words != 5) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is neither an interval, such as every 30m, nor five fields of cron");
    }
    return words == 5
        ? new Schedule.At(clean.strip(), zone)
        : new Schedule.Every(Section.duration(clean.strip()));
  }
}
