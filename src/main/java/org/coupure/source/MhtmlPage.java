package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.coupure.article.Reason;
import org.coupure.date.Timestamps;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The one page of an MHTML file: its first HTML part, which is where browsers put the page itself;
 * the frames and pictures behind it are not read.
 */
final class MhtmlPage implements Archive {
  /** URLs in headers get long; lines of a body are not limited by this. */
  private static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setMaxLineLen(100_000)
          .setMaxHeaderLen(100_000)
          .setMaxHeaderCount(1_000)
          .build();

  /** Browsers write one level, mail programs five; the library calls itself for each. */
  private static final int MAX_DEPTH = 50;

  private final PeekStream packed;
  private final Origin origin;
  private final SourceLimits limits;
  private final MimeTokenStream mime = new MimeTokenStream(LENIENT);
  private boolean done;
  private @Nullable String snapshot;
  private @Nullable String location;
  private @Nullable Instant date;

  MhtmlPage(PeekStream packed, Origin origin, SourceLimits limits) {
    this.packed = packed;
    this.origin = origin;
    this.limits = limits;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    if (done) {
      return null;
    }
    done = true;
    mime.parse(packed);
    int depth = 0;
    try {
      for (EntityState state = mime.getState();
          state != EntityState.T_END_OF_STREAM;
          state = mime.next()) {
        depth += state == EntityState.T_START_MULTIPART ? 1 : 0;
        depth -= state == EntityState.T_END_MULTIPART ? 1 : 0;
        if (depth > MAX_DEPTH) {
          return new Unreadable(
              origin.source(), Reason.TOO_DEEP, "has parts in more than " + MAX_DEPTH + " levels");
        }
        if (state == EntityState.T_FIELD) {
          note(mime.getField());
        } else if (state == EntityState.T_BODY && isHtml(mime.getBodyDescriptor())) {
          return page(mime.getBodyDescriptor());
        }
      }
    } catch (MimeException e) {
      throw InputException.of(new IOException(e.getMessage(), e), packed);
    }
    return new Unreadable(origin.source(), Reason.BAD_ARCHIVE, "has no HTML part");
  }

  private void note(Field field) {
    String body = field.getBody() == null ? "" : field.getBody().strip();
    switch (field.getName().toLowerCase(Locale.ROOT)) {
      case "snapshot-content-location" -> snapshot = body.isEmpty() ? snapshot : body;
      // A part's own location comes after that of the whole and is the nearer one.
      case "content-location" -> location = body.isEmpty() ? location : body;
      case "date" -> date = date == null ? Timestamps.parse(body) : date;
      default -> {
        // Nothing else is of interest.
      }
    }
  }

  private static boolean isHtml(BodyDescriptor part) {
    String type = part.getMimeType();
    return type != null && (type.equals("text/html") || type.equals("application/xhtml+xml"));
  }

  private Entry page(BodyDescriptor part) throws IOException {
    String type = part.getMimeType();
    // Quirk: a part without a charset is read as US-ASCII, which is never what it is in.
    String charset = part.getCharset();
    boolean known = charset != null && !charset.equalsIgnoreCase(StandardCharsets.US_ASCII.name());
    byte[] bytes;
    try (InputStream body = mime.getDecodedInputStream()) {
      bytes = body.readNBytes(limits.pageBytes());
      if (bytes.length == limits.pageBytes() && body.read() >= 0) {
        return new Unreadable(origin.source(), Reason.TOO_LARGE, limits.tooLarge());
      }
    }
    return new Captured(
        Page.builder(origin.source(), bytes)
            .url(snapshot == null ? location : snapshot)
            .contentType(known ? type + "; charset=" + charset : type)
            .captured(date)
            .build());
  }

  @Override
  public void close() {
    // The stream is the caller's.
  }
}
