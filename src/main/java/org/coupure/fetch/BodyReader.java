package org.coupure.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.coupure.article.Reason;
import org.coupure.page.GzipMembers;

/**
 * Reads a body through its content encodings. OkHttp would undo gzip itself, but without a cap on
 * what comes out.
 */
final class BodyReader {
  /** What the request says, and {@link #decoder} understands. */
  static final String ACCEPT_ENCODING = "gzip, br, deflate";

  /** Two are seen where a proxy packs what was packed; more is an attempt at a nested bomb. */
  private static final int MOST_ENCODINGS = 2;

  private static final int BUFFER = 16_384;

  private BodyReader() {}

  /**
   * Returns the body unpacked.
   *
   * @param encodings the values of the header {@code Content-Encoding}, in order of application
   * @throws RefusalException when a cap is passed or the packed bytes are damaged
   * @throws IOException when the connection broke
   */
  static byte[] read(InputStream body, List<String> encodings, BodyLimits bodyLimits)
      throws IOException {
    BodyStream bodyStream = new BodyStream(body, bodyLimits);
    try (InputStream unpacked = unpack(bodyStream, names(encodings))) {
      return readAll(unpacked, bodyStream, bodyLimits);
    } catch (RefusalException e) {
      throw e;
    } catch (IOException e) {
      throw explain(e, bodyStream);
    }
  }

  /**
   * Returns the first {@code most} bytes of the body unpacked, and reads no further.
   *
   * @throws RefusalException when the packed bytes are damaged
   * @throws IOException when the connection broke
   */
  static byte[] readStart(InputStream body, List<String> encodings, int most) throws IOException {
    // No fewer packed bytes than unpacked ones: what does not pack well gets longer by little.
    BodyStream bodyStream = new BodyStream(body, new BodyLimits(2 * most, Integer.MAX_VALUE));
    try (InputStream unpacked = unpack(bodyStream, names(encodings))) {
      return unpacked.readNBytes(most);
    } catch (RefusalException e) {
      throw e;
    } catch (IOException e) {
      throw explain(e, bodyStream);
    }
  }

  private static byte[] readAll(InputStream in, BodyStream bodyStream, BodyLimits bodyLimits)
      throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bodyLimits.checkUnpacked((long) all.size() + n, bodyStream.count());
      all.write(buffer, 0, n);
    }
    return all.toByteArray();
  }

  /** Tells a broken connection from an early end from damage, whatever the decoder made of it. */
  private static IOException explain(IOException e, BodyStream bodyStream) {
    if (bodyStream.failure() != null) {
      return bodyStream.failure();
    }
    FetchFailure failure =
        bodyStream.ended()
            ? FetchFailure.failed(Reason.TRUNCATED, "the packed body ends too early or is damaged")
            : FetchFailure.failed(Reason.BAD_ARCHIVE, "the packed body is damaged");
    RefusalException explained = new RefusalException(failure);
    explained.addSuppressed(e);
    return explained;
  }

  static List<String> names(List<String> encodings) {
    List<String> names = new ArrayList<>();
    for (String header : encodings) {
      for (String name : header.split(",", -1)) {
        String clean = name.strip().toLowerCase(Locale.ROOT);
        if (!clean.isEmpty() && !clean.equals("identity")) {
          names.add(clean);
        }
      }
    }
    return names;
  }

  private static InputStream unpack(BodyStream bodyStream, List<String> names) throws IOException {
    if (names.size() > MOST_ENCODINGS) {
      throw new RefusalException(
          FetchFailure.failed(Reason.RATIO, "the body is packed " + names.size() + " times over"));
    }
    InputStream in = bodyStream;
    for (int i = names.size() - 1; i >= 0; i--) {
      in = decoder(new BufferedInputStream(in, BUFFER), names.get(i));
    }
    return in;
  }

  private static InputStream decoder(BufferedInputStream in, String name) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    if (first < 0) {
      return in;
    }
    return switch (name) {
      // Quirk: some servers announce gzip and send the page as it is; browsers of old let it pass.
      case "gzip", "x-gzip" -> first == 0x1F && second == 0x8B ? new GzipMembers(in) : in;
      case "br" -> new BrotliInputStream(in, BUFFER);
      case "deflate" -> inflater(in, first, second);
      default ->
          throw new RefusalException(
              FetchFailure.failed(
                  Reason.UNSUPPORTED,
                  "the body is packed as "
                      + RequestedUrl.quote(name)
                      + ", though only "
                      + ACCEPT_ENCODING
                      + " was asked for"));
    };
  }

  /**
   * Quirk: "deflate" means zlib (RFC 9110 section 8.4.1.2), but some servers send it without zlib's
   * header. With it, the first byte names method 8 and both together divide by 31 (RFC 1950).
   */
  private static InputStream inflater(InputStream in, int first, int second) {
    boolean zlib = (first & 0x0F) == 8 && ((first << 8) + second) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(in, inflater, BUFFER) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }
}
