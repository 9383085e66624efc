package org.coupure.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Provenance;
import org.coupure.article.Reason;
import org.coupure.article.Sha256;
import org.coupure.article.WebLocation;
import org.coupure.page.GzipMembers;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/** JSON Lines that name a page's file each: exactly one page or failure for each line. */
final class Manifest implements PageSource {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private final String manifest;
  private final InputStream stdin;
  private final SourceOptions options;

  Manifest(String manifest, InputStream stdin, SourceOptions options) {
    this.manifest = manifest.replace(File.separatorChar, '/');
    this.stdin = stdin;
    this.options = options;
  }

  @Override
  public void read(PageConsumer consumer) throws IOException {
    if (manifest.equals(Operands.STDIN)) {
      read(stdin, consumer);
      return;
    }
    try (InputStream in = OperandList.open(manifest, "the manifest")) {
      read(in, consumer);
    }
  }

  private void read(InputStream in, PageConsumer consumer) throws IOException {
    PeekStream packed = new PeekStream(in);
    byte[] head = packed.head();
    boolean gzip = head.length > 1 && head[0] == GZIP[0] && head[1] == GZIP[1];
    try (InputStream plain = gzip ? new GzipMembers(packed) : packed) {
      LineReader lines = new LineReader(plain, options.limits().pageBytes());
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        String place = manifest + ":" + lines.number();
        if (lines.tooLong()) {
          Clip failure = Clip.failed(place, Reason.TOO_LARGE, options.limits().tooLarge());
          if (!consumer.failed(failure)) {
            return;
          }
        } else if (!JsonLines.isBlank(line) && !read(JsonLine.parse(line), place, consumer)) {
          return;
        }
      }
    }
  }

  private boolean read(JsonLine line, String place, PageConsumer consumer) {
    String file = line.file();
    if (line.error() != null) {
      return consumer.failed(failure(line, place, Reason.BAD_JSON, line.error()));
    }
    if (file == null || file.isEmpty()) {
      return consumer.failed(failure(line, place, Reason.BAD_JSON, "has no \"file\""));
    }
    boolean absolute = isAbsolute(file);
    String folder = absolute ? "" : manifest.substring(0, manifest.lastIndexOf('/') + 1);
    String source = absolute ? file : folder + FileNames.tidy(file);
    if (!absolute && FileNames.isUnsafe(file)) {
      String detail = "leads out of the manifest's folder (" + place + ")";
      return consumer.failed(failure(line, source, Reason.UNSAFE_PATH, detail));
    }
    OnlyPage found = new OnlyPage();
    try {
      Path path = Path.of(folder + file);
      new FileReading(options.limits(), found).file(path, Origin.of(source, true));
    } catch (InvalidPathException e) {
      found.failed(Clip.failed(source, Reason.NOT_FOUND, "can't be a path: " + e.getReason()));
    }
    Clip failure = found.failure(source);
    return failure == null
        ? consumer.page(labelled(found.page(), line))
        : consumer.failed(
            failure(line, source, failure.reason(), failure.detail() + " (" + place + ")"));
  }

  /** Who writes a whole path means it; what leads out of the folder by ".." may be a mistake. */
  private static boolean isAbsolute(String file) {
    try {
      return Path.of(file).isAbsolute();
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static Page labelled(Page page, JsonLine line) {
    return Page.builder(page.source(), page.bytes())
        .id(line.id() == null ? page.id() : line.id())
        .url(line.url() == null ? page.url() : line.url())
        .contentType(page.contentType())
        .rights(page.rights())
        .captured(line.captured() == null ? page.captured() : line.captured())
        .build();
  }

  /** Returns the failure with an empty record, so that the line has its record all the same. */
  private Clip failure(JsonLine line, String source, Reason reason, String detail) {
    String id = line.id();
    String url = line.url();
    if (id == null && url == null) {
      return Clip.failed(source, reason, detail);
    }
    Provenance provenance = new Provenance(source, null, null, null, options.version());
    Article stub =
        Article.builder(id == null ? Sha256.of(String.valueOf(url)) : id, provenance)
            .place(new WebLocation(url, null, null, null))
            .dates(new Dates(null, null, line.captured()))
            .build();
    return Clip.failed(source, reason, detail, stub);
  }

  /** Takes the one page that a manifest's file must hold. */
  private static final class OnlyPage implements PageConsumer {
    private @Nullable Page page;
    private @Nullable Clip failure;
    private boolean several;

    @Override
    public boolean page(Page taken) {
      several = page != null;
      page = page == null ? taken : page;
      return !several;
    }

    @Override
    public boolean failed(Clip clip) {
      failure = failure == null ? clip : failure;
      return true;
    }

    /** Returns why there is not exactly one page, or null when there is. */
    @Nullable Clip failure(String source) {
      if (several) {
        String detail = "holds more than one page; a manifest names one a line";
        return Clip.failed(source, Reason.UNSUPPORTED, detail);
      }
      return page == null ? failure : null;
    }

    Page page() {
      return Objects.requireNonNull(page);
    }
  }
}
