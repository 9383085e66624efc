package org.coupure.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coupure.date.Timestamps;
import org.coupure.discover.Canonical;
import org.coupure.discover.Filter;
import org.coupure.discover.Opml;
import org.coupure.discover.UrlPattern;
import org.coupure.query.Query;
import org.coupure.query.QuerySyntaxException;
import org.coupure.watch.Source.Kind;
import org.coupure.watch.Source.Start;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the sources of a configuration file, over what it says for all of them. */
final class SourceReader {
  static final List<String> FILTER_KEYS =
      List.of("include", "exclude", "languages", "since", "query");

  private static final List<String> KEYS =
      List.of(
          "name",
          "feed",
          "sitemap",
          "index",
          "list",
          "page",
          "opml",
          "schedule",
          "filter",
          "delay");

  private final Problems problems;
  private final Path folder;
  private final Schedule schedule;
  private final ZoneId zone;
  private Filter filter = Filter.NONE;
  private @Nullable Duration maxAge;

  SourceReader(Problems problems, Path folder, Schedule schedule, ZoneId zone) {
    this.problems = problems;
    this.folder = folder;
    this.schedule = schedule;
    this.zone = zone;
  }

  /** Takes the filter for all sources; a source's own key replaces the same key here. */
  void defaults(@Nullable Section section) {
    if (section != null) {
      maxAge = maxAge(section, null);
      filter = filter(section, Filter.NONE);
    }
  }

  /** Returns the source, or one for each feed of an OPML file; none when problems say why. */
  List<Source> sources(Node node) {
    Section section = new Section(node, "a source", KEYS, problems);
    if (section.has("opml")) {
      return ofOpml(section);
    }
    Source source = source(node, section);
    return source == null ? List.of() : List.of(source);
  }

  private List<Source> ofOpml(Section section) {
    List<Source> sources = new ArrayList<>();
    Path file = section.value("opml", Section.path(folder));
    try {
      for (Opml.Feed feed :
          file == null ? List.<Opml.Feed>of() : Opml.read(Files.readAllBytes(file))) {
        // A feed of an odd scheme in somebody else's list is passed over.
        Canonical.bundled()
            .url(feed.url())
            .map(url -> source(feed.title(), List.of(new Start(Kind.FEED, url)), section))
            .ifPresent(source -> sources.add(unique(source, sources)));
      }
      if (sources.isEmpty() && file != null) {
        section.problem("opml", "opml: " + file + " names no feed");
      }
    } catch (IllegalArgumentException bad) {
      section.problem("opml", "opml: " + file + ": " + bad.getMessage());
    } catch (IOException bad) {
      section.problem("opml", "opml: " + file + " can't be read");
    }
    return sources;
  }

  /** Two feeds may have one title; their URLs differ. */
  private static Source unique(Source source, List<Source> others) {
    boolean taken = others.stream().anyMatch(other -> other.name().equals(source.name()));
    String name = taken ? source.name() + " (" + source.starts().get(0).url() + ")" : source.name();
    return new Source(
        name, source.starts(), source.schedule(), source.filter(), source.maxAge(), source.delay());
  }

  private @Nullable Source source(Node node, Section section) {
    List<Start> starts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      section.values(kind.key(), text -> start(kind, text)).stream().forEach(starts::add);
    }
    if (starts.isEmpty()) {
      boolean meant =
          Arrays.stream(Kind.values())
              .anyMatch(kind -> section.has(kind.key()) || section.isMisspelt(kind.key()));
      if (node instanceof Node.Entries && !meant) {
        section.problem(
            "name",
            "a source needs at least one of `feed`, `sitemap`, `index`, `list`, `page`, `opml`");
      }
      return null;
    }
    String usual = starts.get(0).isFile() ? starts.get(0).url() : host(starts.get(0).url());
    return source(section.value("name", usual, text -> text), starts, section);
  }

  private Start start(Kind kind, String text) {
    boolean file = kind == Kind.LIST && !text.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    return new Start(kind, file ? Section.path(folder).apply(text).toString() : url(text));
  }

  private Source source(String name, List<Start> starts, Section section) {
    Section own = section.section("filter", FILTER_KEYS);
    return new Source(
        name,
        starts,
        section.value("schedule", schedule, text -> ConfigurationReader.schedule(text, zone)),
        own == null ? filter : filter(own, filter),
        own == null ? maxAge : maxAge(own, maxAge),
        section.value("delay", Section::duration));
  }

  private static String host(String url) {
    int start = url.indexOf("//") + 2;
    int end = url.indexOf('/', start);
    return url.substring(start, end < 0 ? url.length() : end);
  }

  static String url(String text) {
    return Canonical.bundled()
        .url(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is no URL; write such as https://example.org/feed"));
  }

  static @Nullable Duration maxAge(Section section, @Nullable Duration otherwise) {
    if (!section.has("since")) {
      return otherwise;
    }
    Since since = section.value("since", Since::parse);
    return since == null ? null : since.age();
  }

  static Filter filter(Section section, Filter otherwise) {
    Since since = section.has("since") ? section.value("since", Since::quietly) : null;
    return new Filter(
        section.has("include") ? section.values("include", UrlPattern::parse) : otherwise.include(),
        section.has("exclude") ? section.values("exclude", UrlPattern::parse) : otherwise.exclude(),
        section.has("languages")
            ? section.values("languages", SourceReader::language)
            : otherwise.languages(),
        section.has("since") ? (since == null ? null : since.time()) : otherwise.since(),
        section.has("query") ? section.value("query", SourceReader::query) : otherwise.query());
  }

  private static Query query(String text) {
    try {
      return Query.parse(text);
    } catch (QuerySyntaxException bad) {
      // The file's line with its caret follows, so the place within the query is said in words.
      String rest = text.substring(Math.min(bad.position(), text.length()));
      String where = rest.isBlank() ? "" : "; here: " + rest;
      throw new IllegalArgumentException(bad.sentence() + where, bad);
    }
  }

  static String language(String text) {
    if (!text.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no language; write such as fr or pt-BR");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** A limit of age: a day, or a length of time before now. */
  private record Since(@Nullable Instant time, @Nullable Duration age) {
    static Since parse(String text) {
      try {
        return new Since(null, Section.duration(text));
      } catch (IllegalArgumentException noDuration) {
        Instant time = Timestamps.parse(text);
        if (time == null) {
          throw new IllegalArgumentException(
              "\""
                  + text
                  + "\" is neither a length of time, such as 7d, nor a day, such as 2026-01-31",
              noDuration);
        }
        return new Since(time, null);
      }
    }

    /** Its mistakes were noted when the age was read. */
    static Since quietly(String text) {
      try {
        return parse(text);
      } catch (IllegalArgumentException noted) {
        return new Since(null, null);
      }
    }
  }
}
