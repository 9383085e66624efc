package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coupure.article.Reason;
import org.coupure.article.Rights;
import org.coupure.date.Timestamps;
import org.coupure.page.Page;
import org.coupure.page.StatedRights;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The pages of a WARC file: successful answers, resources and conversions that are HTML or text.
 */
final class WarcRecords implements Archive {
  /** Headers are a few hundred bytes; the library would collect them in memory without a limit. */
  private static final int HEADER_BYTES = 100_000;

  private static final Pattern URL = Pattern.compile("(?i)(?:https?|ftp|file):");

  private final PeekStream packed;
  private final String source;
  private final SourceLimits limits;
  private final UnpackLimits unpackLimits;
  private final WarcReader warc;
  private @Nullable WarcRecord last;

  WarcRecords(PeekStream packed, String source, SourceLimits limits, UnpackLimits unpackLimits)
      throws IOException {
    this.packed = packed;
    this.source = source;
    this.limits = limits;
    this.unpackLimits = unpackLimits;
    this.warc = new WarcReader(Channels.newChannel(isArc(packed) ? new ArcLines(packed) : packed));
  }

  private static boolean isArc(PeekStream packed) throws IOException {
    return new String(packed.head(), StandardCharsets.ISO_8859_1).startsWith("filedesc:");
  }

  @Override
  public @Nullable Entry next() throws IOException {
    finishLast();
    Optional<WarcRecord> record = nextRecord();
    if (record.isEmpty()) {
      return null;
    }
    last = record.get();
    String place = source + "#" + warc.position();
    try {
      return read(record.get(), place);
    } catch (IOException | RuntimeException e) {
      InputException inputException = refusal(e);
      if (inputException.endsTheFile()) {
        throw inputException;
      }
      // One bad record is no bad file, unless what is left of it can't be read either.
      return new Unreadable(place, inputException.reason(), inputException.detail());
    }
  }

  private Optional<WarcRecord> nextRecord() throws IOException {
    packed.allow(HEADER_BYTES);
    try {
      return warc.next();
    } catch (ParsingException e) {
      throw refusal(e);
    } finally {
      packed.allowAll();
    }
  }

  /** What can't be parsed is broken, also when it stands at the end of the file. */
  private InputException refusal(Exception e) {
    return e instanceof ParsingException
        ? new InputException(Reason.BAD_ARCHIVE, "is broken: " + e.getMessage(), e)
        : InputException.of(e, packed);
  }

  private void finishLast() throws IOException {
    if (last != null) {
      UnpackLimits.drain(body(last));
      last = null;
    }
  }

  private InputStream body(WarcRecord record) throws IOException {
    return unpackLimits.unpacked(record.body().stream(), packed);
  }

  /** Coupure's own archive also holds the feeds and front pages that led to the pages. */
  private static boolean isListing(WarcRecord record) {
    return record.headers().first("Coupure-Kind").filter("listing"::equals).isPresent();
  }

  private Entry read(WarcRecord record, String place) throws IOException {
    if (isListing(record)) {
      return new Skipped();
    }
    if (record instanceof WarcResponse response && isHttp(response)) {
      return response(response, place);
    }
    if (record instanceof WarcResource || record instanceof WarcConversion) {
      String type = record.headers().first("Content-Type").orElse("");
      return isPage(type) && isUrl(target((WarcTargetRecord) record))
          ? page((WarcTargetRecord) record, type, body(record), place, Rights.UNSTATED)
          : new Skipped();
    }
    return new Skipped();
  }

  /** What crawlers note of a page stands under URLs of its own: metadata:, urn:text:. */
  private static boolean isUrl(String target) {
    return URL.matcher(target).lookingAt();
  }

  private static boolean isHttp(WarcResponse response) {
    String type = response.headers().first("Content-Type").orElse("");
    return type.toLowerCase(Locale.ROOT).startsWith("application/http");
  }

  private Entry response(WarcResponse record, String place) throws IOException {
    HttpResponse http = record.http();
    String type = http.headers().first("Content-Type").orElse("");
    Optional<String> target = http.headers().first("Location");
    if (http.status() / 100 == 3 && target.isPresent()) {
      return new Redirect(target(record), target.get());
    }
    if (http.status() < 200 || http.status() > 299 || !(type.isBlank() || isPage(type))) {
      return new Skipped();
    }
    String coding = http.headers().first("Content-Encoding").orElse("");
    PeekStream raw = new PeekStream(unpackLimits.unpacked(http.body().stream(), packed));
    try (InputStream decoded = ContentCoding.decode(raw, coding, unpackLimits)) {
      if (decoded == null) {
        String detail = "has the content encoding '" + coding + "', which is not read";
        return new Unreadable(place, Reason.UNSUPPORTED, detail);
      }
      return type.isBlank()
          ? unlabelled(record, new PeekStream(decoded), place)
          : page(record, type, decoded, place, rights(http));
    }
  }

  private Entry unlabelled(WarcTargetRecord record, PeekStream in, String place)
      throws IOException {
    return beginsLikeMarkup(in.head())
        ? page(record, null, in, place, Rights.UNSTATED)
        : new Skipped();
  }

  private Entry page(
      WarcTargetRecord record, @Nullable String type, InputStream in, String place, Rights rights)
      throws IOException {
    if (FileNames.isNoPage(path(target(record))) && !isHtml(type)) {
      return new Skipped();
    }
    byte[] bytes = in.readNBytes(limits.pageBytes());
    if (bytes.length == limits.pageBytes() && in.read() >= 0) {
      return new Unreadable(place, Reason.TOO_LARGE, limits.tooLarge());
    }
    return new Captured(
        Page.builder(place, bytes)
            .url(target(record))
            .contentType(type)
            .captured(date(record))
            .rights(rights)
            .build());
  }

  private static String target(WarcTargetRecord record) {
    return record.target().replace(String.valueOf(ArcLines.SPACE), "%20");
  }

  /** Returns the URL without its query. */
  private static String path(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  private static boolean isHtml(@Nullable String type) {
    return type == null || type.toLowerCase(Locale.ROOT).contains("html");
  }

  private static Rights rights(HttpResponse http) {
    Map<String, List<String>> headers = new HashMap<>();
    http.headers().map().forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all));
    return StatedRights.of(headers, "coupure");
  }

  private static @Nullable Instant date(WarcRecord record) {
    return record.headers().first("WARC-Date").map(Timestamps::parse).orElse(null);
  }

  private static boolean isPage(String contentType) {
    String type = contentType.strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || type.startsWith("application/xhtml+xml")
        || type.startsWith("text/plain");
  }

  private static boolean beginsLikeMarkup(byte[] head) {
    for (byte b : head) {
      if (b > ' ') {
        return b == '<';
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    warc.close();
  }
}
