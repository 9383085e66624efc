package org.coupure.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coupure.page.Page;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * A WARC file, to which a response record is appended for each page. Each record is a gzip member
 * of its own and goes to the file in one piece, so that a crash leaves what was written before
 * readable.
 */
final class SavedWarc implements PageStore {
  /**
   * Headers that were true of the bytes on the wire, and are not of the unpacked page kept here.
   */
  private static final Set<String> OF_THE_WIRE =
      Set.of("content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive");

  /** A field of our own, which readers of WARC files pass over (WARC 1.1, section 4). */
  private static final String KIND = "Coupure-Kind";

  private final Path file;
  private final WarcCompression compression;

  private SavedWarc(Path file, WarcCompression compression) {
    this.file = file;
    this.compression = compression;
  }

  static SavedWarc open(Path file, String version) throws IOException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    String name = file.getFileName().toString();
    boolean packed = name.toLowerCase(Locale.ROOT).endsWith(".gz");
    SavedWarc warc = new SavedWarc(file, packed ? WarcCompression.GZIP : WarcCompression.NONE);
    if (Files.notExists(file) || Files.size(file) == 0) {
      warc.append(info(name, version));
    }
    return warc;
  }

  private static Warcinfo info(String name, String version) {
    Map<String, List<String>> fields =
        Map.of(
            "software", List.of("Coupure/" + version), "format", List.of("WARC File Format 1.0"));
    return new Warcinfo.Builder().filename(name).fields(fields).build();
  }

  @Override
  public void save(Fetched.Answered answered) throws IOException {
    save(answered, false);
  }

  @Override
  public void saveListing(Fetched.Answered answered) throws IOException {
    save(answered, true);
  }

  private synchronized void save(Fetched.Answered answered, boolean listing) throws IOException {
    Page page = answered.page();
    String url = Objects.requireNonNull(page.url(), "a fetched page has its address");
    WarcResponse.Builder response = new WarcResponse.Builder(url).body(http(answered));
    if (page.captured() != null) {
      response.date(page.captured());
    }
    if (listing) {
      response.addHeader(KIND, "listing");
    }
    append(response.build());
  }

  private void append(WarcRecord record) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(whole), compression)) {
      writer.write(record);
    }
    append(ByteBuffer.wrap(whole.toByteArray()));
  }

  /** In one call to the system, so that a kill hardly ever comes between two halves of a record. */
  private void append(ByteBuffer bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long before = channel.size();
      channel.position(before);
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        // As a full disk leaves it: what came behind half a record could not be read.
        channel.truncate(before);
        throw e;
      }
    }
  }

  private static HttpResponse http(Fetched.Answered answered) {
    int status = answered.status();
    HttpResponse.Builder http = new HttpResponse.Builder(status, AnswerCheck.name(status));
    answered.headers().forEach((name, values) -> keep(http, name, values));
    return http.body(null, answered.page().bytes()).build();
  }

  private static void keep(HttpResponse.Builder http, String name, List<String> values) {
    if (!OF_THE_WIRE.contains(name)) {
      values.forEach(value -> http.addHeader(name, value));
    }
  }

  @Override
  public void close() {}
}
