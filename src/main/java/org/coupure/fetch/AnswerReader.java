package org.coupure.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.coupure.page.InterstitialMarks;

/** Decides whether an answer is what was asked for, and reads its body within the caps. */
final class AnswerReader {
  private final InterstitialMarks interstitialMarks = InterstitialMarks.bundled();
  private final RedirectTarget redirectTarget = new RedirectTarget();
  private final BodyLimits bodyLimits;

  /**
   * Makes a reader.
   *
   * @param bodyLimits for pages; those of other things are their own
   */
  AnswerReader(BodyLimits bodyLimits) {
    this.bodyLimits = bodyLimits;
  }

  /**
   * Returns why the body is not worth reading, or empty.
   *
   * @param trail the URLs that led here, the one that answered last
   */
  Optional<FetchFailure> check(
      Response response, Purpose purpose, List<HttpUrl> trail, Instant now) {
    Optional<FetchFailure> refusal =
        wall(response, purpose)
            .or(() -> AnswerCheck.status(response.code(), response.header("Retry-After"), now))
            .or(() -> PageTypes.check(purpose, response.header("Content-Type")));
    if (purpose == Purpose.PAGE) {
      refusal = refusal.or(() -> redirectTarget.check(trail));
    }
    refusal = refusal.or(() -> AnswerCheck.length(response.header("Content-Length")));
    return purpose.isOfSite()
        ? refusal
        : refusal.or(() -> caps(purpose).checkAnnounced(response.body().contentLength()));
  }

  private Optional<FetchFailure> wall(Response response, Purpose purpose) {
    return purpose.isOfSite()
        ? Optional.empty()
        : AnswerCheck.wall(
            interstitialMarks.inHeaders(response.headers().toMultimap()), response.code());
  }

  /** Returns why the body is not that of what was asked for, or empty. */
  Optional<FetchFailure> check(Purpose purpose, HttpUrl url, byte[] body) {
    return purpose == Purpose.PAGE ? redirectTarget.check(url, body) : Optional.empty();
  }

  /** Returns the body unpacked; of a file about a whole site, its beginning. */
  byte[] body(Response response, Purpose purpose, Call call) throws IOException {
    List<String> encodings = response.headers().values("Content-Encoding");
    try (InputStream in = response.body().byteStream()) {
      if (!purpose.isOfSite()) {
        return BodyReader.read(in, encodings, caps(purpose));
      }
      byte[] start = BodyReader.readStart(in, encodings, purpose.mostBytes());
      if (start.length == purpose.mostBytes()) {
        call.cancel();
      }
      return start;
    } catch (RefusalException e) {
      // Closing alone would read on for a while, in the hope to use the connection again.
      call.cancel();
      throw e;
    }
  }

  private BodyLimits caps(Purpose purpose) {
    return purpose == Purpose.PAGE
        ? bodyLimits
        : new BodyLimits(purpose.mostBytes(), bodyLimits.ratio());
  }
}
