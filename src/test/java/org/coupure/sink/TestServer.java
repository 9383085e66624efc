package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real server in a process of its own, on a free port of this machine. Its jars are copied to
 * {@code target/servers} by the profile {@code servers}; without them the test is skipped.
 */
public final class TestServer implements Closeable {
  private static final Duration START = Duration.ofSeconds(150);

  private final String name;
  private final String launcher;
  private final Path data;
  private final int port;
  private Process process;

  private TestServer(String name, String launcher, Path data, int port) {
    this.name = name;
    this.launcher = launcher;
    this.data = data;
    this.port = port;
  }

  /**
   * Starts a server.
   *
   * @param name the folder in {@code src/test/servers}
   * @param launcher the Java file in it
   * @param data an empty folder
   */
  public static TestServer start(String name, String launcher, Path data) throws IOException {
    Path jars = Path.of("target/servers", name);
    Assumptions.assumeTrue(
        Files.isDirectory(jars), "skipped: no jars in " + jars + "; mvn -Pservers fetches them");
    TestServer server = new TestServer(name, launcher, data, freePort());
    server.start();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  /** Starts it again with the data that it had. */
  public void start() throws IOException {
    Path log = data.resolveSibling(name + ".log");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of("target/servers", name) + "/*",
                Path.of("src/test/servers", name, launcher).toString(),
                Integer.toString(port),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long end = System.nanoTime() + START.toNanos();
    while (!answers()) {
      assertThat(process.isAlive()).as(() -> tail(log)).isTrue();
      assertThat(System.nanoTime()).as(() -> tail(log)).isLessThan(end);
      pause();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends it as an administrator does. */
  public void stop() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs {@code main} of a class of the tests in a process that can be killed. */
  public static Process fork(String mainClass, String... words) throws IOException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx300m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Returns what a process writes, line by line. */
  public static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
