package org.coupure.sink.opensearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.coupure.article.Sha256;
import org.coupure.record.SchemaDialect;
import org.coupure.sink.BatchedSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.Rejection;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.sink.TargetUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An index of OpenSearch, written to by {@code _bulk}; Elasticsearch has the same interface. A
 * document's {@code _id} is the record's id and its text's hash, so that a record that is written
 * again stays one document: exactly once. The index is made with its mapping when it is not there.
 */
final class OpensearchSink extends BatchedSink {
  private static final int MOST_RECORDS = 1000;

  /** OpenSearch's documentation advises 5 to 15 MB a request. */
  private static final long MOST_BYTES = 5_000_000;

  /** In bytes; OpenSearch refuses longer ids. */
  private static final int LONGEST_ID = 512;

  private static final MediaType LINES = MediaType.get("application/x-ndjson");
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Pattern INDEX = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  private final JsonMapper json = JsonMapper.builder().build();
  private final String url;
  private final String index;
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .connectTimeout(Duration.ofSeconds(10))
          .readTimeout(Duration.ofSeconds(60))
          .writeTimeout(Duration.ofSeconds(60))
          .build();

  private boolean ready;

  OpensearchSink(TargetUrl target, SinkOptions options) throws IOException {
    super(target, target.path(), MOST_RECORDS, MOST_BYTES, options);
    this.index = target.path();
    if (!INDEX.matcher(index).matches()) {
      throw new IOException(
          target + ": the URL must end in the name of an index, in lower case, such as /articles");
    }
    this.url = target.scheme().substring("opensearch+".length()) + "://" + target.hosts();
  }

  @Override
  protected List<Rejection> send(List<JournalEntry> batch) throws IOException {
    if (!ready) {
      makeIndex();
    }
    try (Response response = call("POST", "/" + index + "/_bulk", LINES, lines(batch))) {
      if (response.code() == 413) {
        return split(batch);
      }
      check(response);
      return read(batch, json.readTree(response.body().bytes()));
    }
  }

  private void makeIndex() throws IOException {
    byte[] schema = SchemaDialect.OPENSEARCH.schema().getBytes(StandardCharsets.UTF_8);
    try (Response there = call("HEAD", "/" + index, JSON, null)) {
      if (there.code() != 404) {
        check(there);
        ready = true;
        return;
      }
    }
    try (Response made = call("PUT", "/" + index, JSON, schema)) {
      String said = made.code() == 400 ? made.peekBody(4096).string() : "";
      // Another process may have been faster.
      if (!said.contains("resource_already_exists_exception")) {
        check(made);
      }
      ready = true;
    }
  }

  private static byte[] lines(List<JournalEntry> batch) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (JournalEntry entry : batch) {
      String action =
          "{\"index\":{\"_id\":" + JsonMapper.shared().writeValueAsString(id(entry)) + "}}\n";
      lines.writeBytes(action.getBytes(StandardCharsets.UTF_8));
      lines.writeBytes(entry.bytes());
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private static String id(JournalEntry entry) {
    int length = entry.place().getBytes(StandardCharsets.UTF_8).length;
    return length <= LONGEST_ID ? entry.place() : Sha256.of(entry.place());
  }

  /** A proxy or the server takes no request so large. */
  private List<Rejection> split(List<JournalEntry> batch) throws IOException {
    if (batch.size() == 1) {
      JournalEntry entry = batch.get(0);
      String reason = "the server takes no request of " + entry.bytes().length + " bytes";
      return List.of(new Rejection(entry, reason));
    }
    int half = batch.size() / 2;
    List<Rejection> all = new ArrayList<>(send(batch.subList(0, half)));
    all.addAll(send(batch.subList(half, batch.size())));
    return all;
  }

  /** Quirk: a request some of whose records were refused has the status 200. */
  private List<Rejection> read(List<JournalEntry> batch, JsonNode answer) throws IOException {
    if (!answer.path("errors").asBoolean(true)) {
      return List.of();
    }
    JsonNode items = answer.path("items");
    if (items.size() != batch.size()) {
      throw new IOException(target() + " answered with something else than a result a record");
    }
    List<Rejection> refused = new ArrayList<>();
    List<JournalEntry> later = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      JsonNode item = items.get(i).path("index");
      int status = item.path("status").asInt(500);
      if (status == 429 || status >= 500) {
        later.add(batch.get(i));
      } else if (status >= 400) {
        JsonNode error = item.path("error");
        String cause = error.path("caused_by").path("reason").asString("");
        refused.add(
            new Rejection(
                batch.get(i),
                error.path("reason").asString("status " + status)
                    + (cause.isEmpty() ? "" : ": " + cause)));
      }
    }
    if (!later.isEmpty()) {
      // All of the batch is sent again, which changes nothing for those that were taken.
      throw new TargetUnavailableException(
          target() + " has no room for " + later.size() + " records at the moment", null);
    }
    return refused;
  }

  private Response call(String method, String path, MediaType type, byte @Nullable [] body)
      throws IOException {
    Request.Builder request = new Request.Builder().url(url + path);
    request.method(method, body == null ? null : RequestBody.create(body, type));
    String user = target().user();
    String password = target().password();
    if (user != null && password != null) {
      request.header("Authorization", Credentials.basic(user, password, StandardCharsets.UTF_8));
    }
    try {
      return client.newCall(request.build()).execute();
    } catch (IOException e) {
      throw new TargetUnavailableException(
          target() + " does not answer (" + e.getMessage() + ")", e);
    }
  }

  private void check(Response response) throws IOException {
    int status = response.code();
    if (response.isSuccessful()) {
      return;
    }
    if (status == 401 || status == 403) {
      throw new IOException(
          target()
              + ": user or password is wrong, or may not write; give them in the URL, or as"
              + " COUPURE_OPENSEARCH_USER and COUPURE_OPENSEARCH_PASSWORD (status "
              + status
              + ")");
    }
    String said = response.peekBody(500).string();
    if (status == 429 || status >= 500) {
      throw new TargetUnavailableException(
          target() + " is busy or starting (status " + status + ": " + said + ")", null);
    }
    throw new IOException(target() + " can't be written to (status " + status + ": " + said + ")");
  }

  @Override
  protected void disconnect() {
    ready = false;
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
