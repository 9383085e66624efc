package org.coupure.fetch;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that breaks HTTP in ways that a real one won't: a script over a bare socket. */
final class RawServer implements Closeable {
  /** What is done once a request's head was read; the connection is closed afterwards. */
  interface Script {
    void answer(Socket socket, OutputStream out) throws IOException;
  }

  /** Sends the first answer to the first request, and so on; nothing to those beyond. */
  static RawServer sayingInTurn(String... answers) throws IOException {
    Iterator<String> turns = List.of(answers).iterator();
    return of(
        (socket, out) -> {
          if (turns.hasNext()) {
            out.write(turns.next().getBytes(StandardCharsets.ISO_8859_1));
          }
        });
  }

  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<List<String>> heads = new CopyOnWriteArrayList<>();

  private RawServer(Script script, InetAddress address) throws IOException {
    this.server = new ServerSocket(0, 50, address);
    Thread thread = new Thread(() -> run(script), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  static RawServer of(Script script) throws IOException {
    return new RawServer(script, InetAddress.getByName("127.0.0.1"));
  }

  /** Sends {@code answer} to whoever comes to {@code url}. */
  static RawServer sayingAt(InetAddress address, String answer) throws IOException {
    Script script = (socket, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    return new RawServer(script, address);
  }

  /** Sends {@code answer}, as Latin 1, and closes. */
  static RawServer saying(String answer) throws IOException {
    return of((socket, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Sends {@code answer}, and nothing more until the test is over. */
  static RawServer sayingAndHolding(String answer) throws IOException {
    return of(
        (socket, out) -> {
          out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
          out.flush();
          // Reads until either side closes.
          socket.getInputStream().read();
        });
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/page";
  }

  int port() {
    return server.getLocalPort();
  }

  /** Returns the head of each request, a line an entry. */
  List<List<String>> heads() {
    return heads;
  }

  private void run(Script script) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        sockets.add(socket);
        heads.add(head(socket));
        script.answer(socket, socket.getOutputStream());
      } catch (IOException ignored) {
        // The client hung up, as it should when it has seen enough; or the test is over.
      }
    }
  }

  private static List<String> head(Socket socket) throws IOException {
    var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1);
    var reader = new BufferedReader(in, 1);
    List<String> lines = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isEmpty()) {
        break;
      }
      lines.add(line);
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
