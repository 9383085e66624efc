package org.coupure.source;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.date.UrlDate;
import org.coupure.page.Page;

/** Files, folders, patterns and standard input, as a user names them. */
final class Operands implements PageSource {
  static final String STDIN = "-";

  private final List<String> operands;
  private final InputStream stdin;
  private final SourceOptions options;

  Operands(List<String> operands, InputStream stdin, SourceOptions options) {
    this.operands = List.copyOf(operands);
    this.stdin = stdin;
    this.options = options;
  }

  @Override
  public void read(PageConsumer consumer) {
    for (String operand : operands) {
      if (!read(operand, consumer)) {
        return;
      }
    }
  }

  /** Reads one operand; returns whether more is wanted. */
  boolean read(String operand, PageConsumer consumer) {
    String shown = operand.replace(File.separatorChar, '/');
    if (operand.equals(STDIN)) {
      String name = options.name() == null ? STDIN : options.name();
      return new FileReading(options.limits(), addressed(name, consumer))
          .stream(stdin, Origin.of(name, true));
    }
    FileReading reading = new FileReading(options.limits(), addressed(shown, consumer));
    if (operand.startsWith("http://") || operand.startsWith("https://")) {
      return reading.fail(
          operand, Reason.UNSUPPORTED, "is an address, not a file: use coupure fetch");
    }
    Path path;
    try {
      path = Path.of(operand);
    } catch (InvalidPathException e) {
      return reading.fail(shown, Reason.NOT_FOUND, "can't be a path: " + e.getReason());
    }
    if (operand.isEmpty()) {
      return reading.fail("''", Reason.NOT_FOUND, "an empty name is no path");
    }
    if (Files.isDirectory(path)) {
      return new Folder(reading, shown.endsWith("/") ? shown : shown + "/", null).read();
    }
    return (Glob.isGlob(shown) && !Files.exists(path))
        ? glob(shown, reading)
        : reading.file(path, Origin.of(options.name() == null ? shown : options.name(), true));
  }

  private static boolean glob(String shown, FileReading reading) {
    Glob glob;
    try {
      glob = Glob.parse(shown);
    } catch (IllegalArgumentException e) {
      return reading.fail(shown, Reason.NOT_FOUND, String.valueOf(e.getMessage()));
    }
    Folder folder = new Folder(reading, glob.base(), glob);
    boolean more = folder.read();
    return (more && !folder.matched())
        ? reading.fail(shown, Reason.NOT_FOUND, "no file matches the pattern")
        : more;
  }

  /** Returns an intake that gives the operand's own page the URL from the options. */
  private PageConsumer addressed(String operand, PageConsumer consumer) {
    String url = options.url();
    if (url == null) {
      return consumer;
    }
    return new PageConsumer() {
      @Override
      public boolean page(Page page) {
        return consumer.page(page.source().equals(operand) ? withUrl(page, url) : page);
      }

      @Override
      public boolean failed(Clip clip) {
        return consumer.failed(clip);
      }

      @Override
      public void passedOver(String source, String kind) {
        consumer.passedOver(source, kind);
      }
    };
  }

  private static Page withUrl(Page page, String url) {
    Instant copied = UrlDate.captured(url);
    return Page.builder(page.source(), page.bytes())
        .id(page.id())
        .url(url)
        .contentType(page.contentType())
        .rights(page.rights())
        .captured(page.captured() == null ? copied : page.captured())
        .build();
  }
}
