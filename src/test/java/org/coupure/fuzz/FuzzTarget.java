package org.coupure.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.discover.Canonical;
import org.coupure.discover.ListingReader;
import org.coupure.discover.Opml;
import org.coupure.fetch.SiteFileText;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.query.Query;
import org.coupure.query.QuerySyntaxException;
import org.coupure.rules.RuleText;
import org.coupure.rules.ftr.FtrRule;
import org.coupure.source.PageConsumer;
import org.coupure.source.SourceLimits;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.coupure.watch.Configuration;

/** What reads bytes of others. Whatever these are, reading them ends, and with no exception. */
enum FuzzTarget {
  /** A page: HTML or, where there is no markup, text. */
  PAGE {
    @Override
    void read(byte[] bytes) {
      Clip clip = CLIPPER.clip(Page.builder("page", bytes).url(URL).build());
      if (clip.reason() == Reason.DEFECT) {
        throw new IllegalStateException(clip.detail());
      }
    }
  },
  /** Everything that {@code clean} reads from a file: archives, packed files, mail, JSON. */
  ARCHIVE {
    @Override
    void read(byte[] bytes) throws IOException {
      Outcomes outcomes = new Outcomes();
      Sources.of(List.of("-"), new ByteArrayInputStream(bytes), OPTIONS).read(outcomes);
      if (outcomes.count == 0) {
        throw new IllegalStateException("neither a page nor a failure");
      }
    }
  },
  /** Feeds, sitemaps, index pages, lists of URLs. */
  LISTING {
    @Override
    void read(byte[] bytes) {
      LISTINGS.read(Page.builder("feed", bytes).url(URL).build());
    }
  },
  /** A site's robots.txt and tdmrep.json. */
  ROBOTS {
    @Override
    void read(byte[] bytes) {
      SiteFileText.robots(new String(bytes, UTF_8));
      SiteFileText.tdm(new String(bytes, UTF_8));
    }
  },
  /** What {@code clean --manifest} reads. */
  MANIFEST {
    @Override
    void read(byte[] bytes) throws IOException {
      byte[] relative = new String(bytes, ISO_8859_1).replace("/dev/", "").getBytes(ISO_8859_1);
      Sources.manifest("-", new ByteArrayInputStream(relative), OPTIONS).read(new Outcomes());
    }
  },
  /** A rule of our own, applied to a page. */
  RULE {
    @Override
    void read(byte[] bytes) throws IOException {
      RuleText.judge(bytes, folder());
    }
  },
  /** A site file of ftr-site-config; what it becomes is a rule. */
  SITE_FILE {
    @Override
    void read(byte[] bytes) throws IOException {
      String yaml = FtrRule.of("example.org.txt", new String(bytes, UTF_8)).yaml();
      List<String> mistakes = yaml == null ? List.of() : RuleText.mistakes(yaml, folder());
      if (!mistakes.isEmpty()) {
        throw new IllegalStateException(mistakes.get(0));
      }
    }
  },
  /** A configuration of {@code run} and {@code watch}. */
  CONFIGURATION {
    @Override
    void read(byte[] bytes) throws IOException {
      Path file = folder().resolve("coupure.yaml");
      Files.write(file, bytes);
      try {
        Configuration.load(file);
      } catch (IllegalArgumentException told) {
        requireMessage(told);
      }
    }
  },
  /** A list of feeds. */
  OPML {
    @Override
    void read(byte[] bytes) {
      try {
        Opml.read(bytes);
      } catch (IllegalArgumentException told) {
        requireMessage(told);
      }
    }
  },
  /** What a person searches for. */
  QUERY {
    @Override
    void read(byte[] bytes) {
      try {
        Query.parse(new String(bytes, UTF_8)).matches("A bridge", "The river rises again.");
      } catch (QuerySyntaxException told) {
        requireMessage(told);
      }
    }
  };

  private static final String URL = "https://example.org/a/b.html";
  private static final Clipper CLIPPER = Clipper.create();
  private static final SourceOptions OPTIONS =
      SourceOptions.of("1.2.3").withLimits(new SourceLimits(1_000, 1_000_000, 5, 200, 1_000_000));
  private static final ListingReader LISTINGS =
      new ListingReader(Canonical.bundled(), new PageReader(Limits.DEFAULT)::read);

  private static Path folder;

  /** Reads {@code bytes} and throws what a user should not meet. */
  abstract void read(byte[] bytes) throws IOException;

  /** Returns the name of the target's folder among the test resources. */
  String folderName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void requireMessage(Exception told) {
    if (Objects.requireNonNull(told.getMessage()).isBlank()) {
      throw new IllegalStateException("an empty message", told);
    }
  }

  private static synchronized Path folder() {
    try {
      folder = folder == null ? Files.createTempDirectory("coupure-fuzz") : folder;
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what came of an input. */
  private static final class Outcomes implements PageConsumer {
    private int count;

    @Override
    public boolean page(Page page) {
      return ++count < 10_000;
    }

    @Override
    public boolean failed(Clip clip) {
      return ++count < 10_000;
    }

    @Override
    public void passedOver(String source, String kind) {
      count++;
    }
  }
}
