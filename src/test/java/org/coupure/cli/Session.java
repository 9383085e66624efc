package org.coupure.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One call of the command line, with what it said. */
final class Session {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private InputStream in = InputStream.nullInputStream();
  private OutputStream stdout = out;
  private boolean shown;
  private Map<String, String> environment = Map.of();
  private int code = -1;

  static Session of(String... words) {
    return new Session().run(words);
  }

  Session stdin(String text) {
    in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Session stdout(OutputStream stream) {
    stdout = stream;
    return this;
  }

  Session onTerminal() {
    shown = true;
    return this;
  }

  Session environment(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  Terminal terminal() {
    PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Terminal(in, stdout, said, shown, shown, environment);
  }

  Session run(String... words) {
    code = Main.run(terminal(), words);
    return this;
  }

  int code() {
    return code;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What went to standard error, the time of the summary made the same for every run. */
  String err() {
    return err.toString(StandardCharsets.UTF_8)
        .replaceAll("; \\d+\\.\\d s", "; 0.0 s")
        .replace(System.lineSeparator(), "\n");
  }
}
