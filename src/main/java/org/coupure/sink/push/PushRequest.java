package org.coupure.sink.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts JSON to a URL that a person configured. */
public final class PushRequest {
  private PushRequest() {}

  /**
   * What a server answered.
   *
   * @param status its status, or 0 when it did not answer
   * @param failure what went wrong, or null when the status is below 300
   */
  public record Answer(int status, @Nullable String failure) {
    /** Returns whether the same may succeed later. */
    boolean isTemporary() {
      return status == 0 || status >= 500 || status == 408 || status == 425 || status == 429;
    }
  }

  /**
   * Posts.
   *
   * @param json the body
   * @param headers besides the type of the body
   * @param patience how long the answer may take
   */
  public static Answer post(
      String url, byte[] json, Map<String, String> headers, Duration patience) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json));
    headers.forEach(request::header);
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      return new Answer(status, status < 300 ? null : "status " + status);
    } catch (IOException e) {
      return new Answer(0, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, "interrupted");
    }
  }
}
