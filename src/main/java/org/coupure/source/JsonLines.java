package org.coupure.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/** Pages as JSON objects, one a line, with {@code html} or {@code text}. */
final class JsonLines implements Archive {
  private final LineReader lines;
  private final String source;
  private final SourceLimits limits;
  private final boolean named;
  private boolean done;
  private boolean given;

  JsonLines(PeekStream in, Origin origin, SourceLimits limits) {
    this.lines = new LineReader(in, limits.pageBytes());
    this.source = origin.source();
    this.named = origin.named();
    this.limits = limits;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    byte[] bytes = done ? null : lines.next();
    if (bytes == null) {
      return null;
    }
    String place = source + ":" + lines.number();
    if (lines.tooLong()) {
      return new Unreadable(place, Reason.TOO_LARGE, limits.tooLarge());
    }
    if (isBlank(bytes)) {
      return new Skipped();
    }
    JsonLine line = JsonLine.parse(bytes);
    return line.error() == null
        ? page(line, place)
        : new Unreadable(place, Reason.BAD_JSON, line.error());
  }

  private Entry page(JsonLine line, String place) {
    String content = line.html() == null ? line.titledText() : line.html();
    if (content == null && line.file() != null) {
      return foreign("names files instead of holding pages: use --manifest");
    }
    if (content == null && !named && !given) {
      return foreign("holds something else than pages, which have \"html\" or \"text\"");
    }
    if (content == null) {
      return new Unreadable(place, Reason.BAD_JSON, "has neither \"html\" nor \"text\"");
    }
    given = true;
    String kind = line.html() == null ? "text/plain" : "text/html";
    return new Captured(
        Page.builder(place, content.getBytes(StandardCharsets.UTF_8))
            .id(line.id())
            .url(line.url())
            .contentType(kind + "; charset=utf-8")
            .captured(line.captured())
            .build());
  }

  /** Says once, not for each of a million lines, that the file is of another use. */
  private Entry foreign(String detail) {
    done = true;
    return new Unreadable(source, Reason.UNSUPPORTED, detail);
  }

  static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    // The stream is the caller's.
  }
}
