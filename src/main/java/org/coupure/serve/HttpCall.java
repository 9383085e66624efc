package org.coupure.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One request and its answer. To be used by one thread. */
final class HttpCall {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** Read at once from a body of unknown length. */
  private static final int STEP = 64 << 10;

  private final HttpExchange exchange;
  private final ClipGate gate;
  private final int mostBytes;
  private final Map<String, String> parameters;
  private final String rest;
  private long held;
  private boolean answered;

  /**
   * Makes a call.
   *
   * @param rest what the path has beyond the route's own, such as a rule's name
   */
  HttpCall(HttpExchange exchange, ClipGate gate, int mostBytes, String rest)
      throws ProblemException {
    this(exchange, gate, mostBytes, rest, parse(exchange.getRequestURI().getRawQuery()));
  }

  private HttpCall(
      HttpExchange exchange,
      ClipGate gate,
      int mostBytes,
      String rest,
      Map<String, String> parameters) {
    this.exchange = exchange;
    this.gate = gate;
    this.mostBytes = mostBytes;
    this.rest = rest;
    this.parameters = parameters;
  }

  /** Returns a call whose parameters can't be read, to say so. */
  static HttpCall bare(HttpExchange exchange, ClipGate gate, int mostBytes) {
    return new HttpCall(exchange, gate, mostBytes, "", Map.of());
  }

  private static Map<String, String> parse(@Nullable String query) throws ProblemException {
    Map<String, String> parameters = new TreeMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "true" : pair.substring(equals + 1);
      try {
        parameters.put(
            URLDecoder.decode(name, StandardCharsets.UTF_8),
            URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw ProblemException.of(400, "bad-parameter", "the query is not encoded as URLs are");
      }
    }
    return parameters;
  }

  Headers headers() {
    return exchange.getRequestHeaders();
  }

  /** Returns what the path has beyond the route's own. */
  String rest() {
    return rest;
  }

  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  String parameter(String name, String otherwise) {
    return parameters.getOrDefault(name, otherwise);
  }

  boolean flag(String name) {
    String value = parameters.getOrDefault(name, "false");
    return !value.equals("false") && !value.equals("0");
  }

  /**
   * Refuses parameters that the route does not know: a misspelt option is not left out silently.
   */
  void only(String... known) throws ProblemException {
    for (String name : parameters.keySet()) {
      if (!Arrays.asList(known).contains(name)) {
        throw ProblemException.of(
            400,
            "bad-parameter",
            "there is no parameter \"" + name + "\"; known are " + String.join(", ", known));
      }
    }
  }

  /** Returns the body, within the limit of a page; room for it is kept until the call ends. */
  byte[] body() throws ProblemException, IOException {
    String length = headers().getFirst("Content-Length");
    long stated = length == null ? -1 : Long.parseLong(length);
    if (stated > mostBytes) {
      throw tooLarge();
    }
    InputStream in = exchange.getRequestBody();
    if (stated >= 0) {
      hold(stated);
      byte[] bytes = in.readNBytes((int) stated);
      if (bytes.length < stated) {
        throw ProblemException.of(400, "cut-off", "the body ends before its stated length");
      }
      return bytes;
    }
    byte[] bytes = new byte[0];
    while (true) {
      hold(STEP);
      byte[] more = in.readNBytes(STEP);
      if (bytes.length + more.length > mostBytes) {
        throw tooLarge();
      }
      int end = bytes.length;
      bytes = Arrays.copyOf(bytes, end + more.length);
      System.arraycopy(more, 0, bytes, end, more.length);
      if (more.length < STEP) {
        return bytes;
      }
    }
  }

  private void hold(long count) throws ProblemException {
    gate.take(count);
    held += count;
  }

  private ProblemException tooLarge() {
    return ProblemException.of(
        413, "too-large", "the body has more than " + mostBytes + " bytes, the limit for a page");
  }

  /** Returns the body as a JSON object. */
  JsonNode json() throws ProblemException, IOException {
    try {
      JsonNode node = JSON.readTree(body());
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw ProblemException.of(400, "bad-json", "the body is not JSON: " + e.getOriginalMessage());
    }
    throw ProblemException.of(400, "bad-json", "the body is not a JSON object");
  }

  /** Returns the body's stream, for what is read bit by bit. */
  InputStream stream() {
    return exchange.getRequestBody();
  }

  /** Sets a header of the answer. */
  void header(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  /** Answers with bytes. */
  void answer(int status, String type, byte[] bytes) throws IOException {
    answered = true;
    header("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
    if (!head && bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  void answer(String type, String text) throws IOException {
    answer(200, type, text.getBytes(StandardCharsets.UTF_8));
  }

  void answer(JsonNode json) throws IOException {
    answer(200, "application/json", JSON.writeValueAsBytes(json));
  }

  /** Begins an answer of unknown length. */
  OutputStream answerBitByBit(String type) throws IOException {
    answered = true;
    header("Content-Type", type);
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  /** Answers with a problem, unless an answer has begun. */
  void answer(ProblemException problem) throws IOException {
    if (answered) {
      return;
    }
    // The client may still be sending; it reads no answer before it is done.
    drain();
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "urn:coupure:problem:" + problem.code());
    json.put("title", problem.code().replace('-', ' '));
    json.put("status", problem.status());
    json.put("detail", problem.detail());
    if (problem.reason() != null) {
      json.put("reason", problem.reason());
    }
    problem.headers().forEach(this::header);
    answer(problem.status(), "application/problem+json", JSON.writeValueAsBytes(json));
  }

  private void drain() throws IOException {
    byte[] nowhere = new byte[STEP];
    long left = mostBytes;
    InputStream in = exchange.getRequestBody();
    for (int count = in.read(nowhere); count >= 0 && left > 0; count = in.read(nowhere)) {
      left -= count;
    }
    if (left <= 0) {
      header("Connection", "close");
    }
  }

  /** Gives back what the call holds. */
  void end() {
    gate.giveBack(held);
    held = 0;
    exchange.close();
  }
}
