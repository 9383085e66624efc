package org.coupure.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.coupure.article.PageKind;
import org.coupure.article.Sha256;
import org.coupure.article.UsageReservation;
import org.coupure.discover.Opml;
import org.coupure.fetch.FetchSettings;
import org.coupure.fetch.Politeness;
import org.coupure.fetch.RenderCommand;
import org.coupure.fetch.RenderWhen;
import org.coupure.sink.Format;
import org.coupure.sink.OutputStyle;
import org.coupure.sink.TargetUrl;
import org.coupure.sink.push.Push;
import org.coupure.verdict.PrecisionRecall;
import org.jspecify.annotations.Nullable;

/**
 * A configuration: the sources to follow, how to visit them, and the outputs. Immutable.
 *
 * @param sources whom to visit, in the order of the file
 * @param subjects what records are sorted by, in the order of the file
 * @param targets where records go; each gets those that it wants
 * @param visiting how servers are treated
 * @param reading how articles are read
 * @param files where things are kept
 * @param storing which records are kept, and for how long
 * @param alarm who is told when a source needs a person
 */
public record Configuration(
    List<Source> sources,
    List<Subject> subjects,
    List<Target> targets,
    Visiting visiting,
    Reading reading,
    Files files,
    Storing storing,
    Alarm alarm) {

  public Configuration {
    sources = List.copyOf(sources);
    subjects = List.copyOf(subjects);
    targets = List.copyOf(targets);
  }

  /**
   * Reads a YAML file; its paths are relative to its folder.
   *
   * @throws IllegalArgumentException if it has mistakes; the message lists all of them with file,
   *     line and column
   * @throws IOException if it can't be read
   */
  public static Configuration load(Path file) throws IOException {
    return ConfigurationReader.load(file);
  }

  /** Returns the longest that a host which answers wants to be left alone between two visits. */
  Duration longestDelay() {
    return Stream.concat(
            Stream.of(
                Politeness.DEFAULT.patience(), visiting.delay(), visiting.longestCrawlDelay()),
            sources.stream().map(Source::delay).filter(Objects::nonNull))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Where records go.
   *
   * @param out a file, a folder or another target that a sink takes; null for the standard output
   * @param format null when {@code out} says it
   * @param style how records look there
   * @param routing which records go there
   * @param push who is told of each record, in place of a file; or null
   */
  public record Target(
      @Nullable String out,
      @Nullable Format format,
      OutputStyle style,
      Routing routing,
      @Nullable Push push) {
    /** A target that is a file, a folder or a server. */
    public Target(
        @Nullable String out, @Nullable Format format, OutputStyle style, Routing routing) {
      this(out, format, style, routing, null);
    }

    static Target of(Push push, Routing routing) {
      return new Target(push.name(), null, OutputStyle.PLAIN, routing, push);
    }

    /** Returns the path, whose marks are filled in record by record. */
    PathTemplate template() {
      return new PathTemplate(out == null || push != null ? "-" : out);
    }

    /** Returns this target at one place of its path. */
    Target at(String place) {
      boolean here = out == null || push != null || place.equals(out);
      return here ? this : new Target(place, format, style, routing);
    }

    /** Returns what the state and messages call it, without a password. */
    String name() {
      return out == null ? "-" : TargetUrl.masked(out);
    }
  }

  /**
   * How servers are treated.
   *
   * @param asking how pages are fetched
   * @param keptCookies the hosts whose own cookies are kept until the end, besides those of which a
   *     rule says so
   * @param delay the least time between two visits to a host
   * @param longestCrawlDelay up to where robots.txt is followed in asking for more
   * @param robots whether robots.txt is obeyed
   * @param parallel how many hosts are visited at the same time
   */
  public record Visiting(
      FetchSettings asking,
      Set<String> keptCookies,
      Duration delay,
      Duration longestCrawlDelay,
      boolean robots,
      int parallel) {
    public Visiting {
      keptCookies = Set.copyOf(keptCookies);
    }
  }

  /** What is done with a text that another site has, too. */
  public enum Copies {
    /** It is delivered with the id of the first one in {@code duplicate.of}. */
    LINK,
    /** It is not delivered. */
    DROP
  }

  /** What makes a record a copy of an earlier one. */
  public enum Dedup {
    /** The very same text on another site. */
    EXACT,
    /** Nearly the same text as well. */
    NEAR
  }

  /**
   * How articles are read.
   *
   * @param clipping how a page becomes a record
   * @param wanted which records are delivered
   * @param maxPages how many pages of one article are joined at most
   * @param leastChange of an article's words, the share that must have changed for it to be
   *     delivered again; 0 for any change
   * @param recheck how long after its first visit an article is looked at again for changes
   */
  public record Reading(
      Clipping clipping, Wanted wanted, int maxPages, double leastChange, List<Duration> recheck) {
    public Reading {
      recheck = List.copyOf(recheck);
    }
  }

  /**
   * How a page becomes a record.
   *
   * @param rules folders of rules, above those packed in
   * @param explain whether records say why they say what they say
   * @param obey the wishes of sites that are obeyed, so that no text comes of pages that state them
   * @param balance whether to leave out or to keep what is in doubt
   * @param siteMemory what {@code coupure clean} learned to recur on sites, or null
   * @param browser what runs the scripts of pages that need it, or null
   * @param pageTime how long reading a page, and clipping it, may take
   */
  public record Clipping(
      List<Path> rules,
      boolean explain,
      Set<UsageReservation> obey,
      PrecisionRecall balance,
      @Nullable Path siteMemory,
      @Nullable Browser browser,
      Duration pageTime) {
    public Clipping {
      rules = List.copyOf(rules);
      obey = Set.copyOf(obey);
    }
  }

  /**
   * Which records are delivered.
   *
   * @param kinds the kinds of pages
   * @param copies what is done with a text that another site has, too
   * @param dedup what makes a record a copy
   * @param failures whether records without text are delivered as well
   */
  public record Wanted(Set<PageKind> kinds, Copies copies, Dedup dedup, boolean failures) {
    public Wanted {
      kinds = Set.copyOf(kinds);
    }

    /** Returns whether a text that is nearly another one is left out. */
    boolean nearCopies() {
      return copies == Copies.DROP && dedup == Dedup.NEAR;
    }
  }

  /**
   * What runs the scripts of pages.
   *
   * @param when for which pages
   */
  public record Browser(RenderCommand command, RenderWhen when) {}

  /**
   * Where things are kept.
   *
   * @param state the SQLite file of all that must be known the next time
   * @param archive the folder of the WARC files of all pages that were fetched, or null
   * @param archiveBytes how large one of these gets
   * @param metrics the file of metrics in Prometheus' text form, or null
   * @param metricsPort the port on loopback that serves them, 0 for none
   * @param report the file of the last run's report as JSON, or null
   */
  public record Files(
      Path state,
      @Nullable Path archive,
      long archiveBytes,
      @Nullable Path metrics,
      int metricsPort,
      @Nullable Path report) {}

  /**
   * Which records are kept to be searched, and to be given to subjects and outputs that come later.
   *
   * @param store the SQLite file of the records, or null for none
   * @param age how long they are kept, or null for ever
   * @param bytes how large the store may get; 0 for any size
   * @param backfill of which age records are given to new subjects and outputs; null for none
   */
  public record Storing(
      @Nullable Path store, @Nullable Duration age, long bytes, @Nullable Duration backfill) {}

  /** Returns the feeds of all sources, under the sources' names. */
  public List<Opml.Feed> feeds() {
    return sources.stream()
        .flatMap(
            source ->
                source.starts().stream()
                    .filter(start -> start.kind() == Source.Kind.FEED)
                    .map(start -> new Opml.Feed(source.name(), start.url())))
        .toList();
  }

  /** Returns what says whether records of the store would be assigned and routed as before. */
  String assignmentPrint() {
    StringBuilder print = new StringBuilder();
    for (Subject subject : subjects) {
      print
          .append(List.of(subject.name(), new TreeSet<>(subject.sources())))
          .append(subject.filter().languages())
          .append(subject.filter().query())
          .append(subject.filter().since())
          .append(subject.maxAge())
          .append('\n');
    }
    for (Target target : targets) {
      Routing routing = target.routing();
      print
          .append(target.name())
          .append(new TreeSet<>(routing.subjects()))
          .append(new TreeSet<>(routing.sources()))
          .append(routing.languages())
          .append(new TreeSet<>(routing.kinds()))
          .append('\n');
    }
    return Sha256.of(print.toString());
  }

  /**
   * Who is told when a source needs a person.
   *
   * @param command a program with its arguments, which gets the alert as JSON on its standard
   *     input; empty for none
   * @param webhook the URL that the alert is posted to as JSON, or null
   * @param quietAfter how long without anything new is suspicious
   * @param failures after how many failed visits in a row a source counts as broken
   */
  public record Alarm(
      List<String> command, @Nullable String webhook, Duration quietAfter, int failures) {
    public Alarm {
      command = List.copyOf(command);
    }
  }
}
