package org.coupure.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Puts a running service under load, and says what became of the requests. A command, no test:
 * {@code ServiceLoad URL CLIENTS SECONDS KILOBYTES SLOW}.
 */
final class ServiceLoad {
  private final URI url;
  private final byte[] page;
  private final long end;
  private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final AtomicLong slowestProbe = new AtomicLong();

  private ServiceLoad(URI url, byte[] page, int seconds) {
    this.url = url;
    this.page = page;
    this.end = System.nanoTime() + seconds * 1_000_000_000L;
  }

  public static void main(String[] words) throws Exception {
    URI url = URI.create(words[0]);
    int clients = Integer.parseInt(words[1]);
    int seconds = Integer.parseInt(words[2]);
    byte[] page = page(1000 * Integer.parseInt(words[3]));
    int slow = Integer.parseInt(words[4]);
    ServiceLoad load = new ServiceLoad(url, page, seconds);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      threads.add(new Thread(load::clip));
    }
    for (int i = 0; i < slow; i++) {
      boolean head = i % 2 == 0;
      threads.add(new Thread(() -> load.drip(head)));
    }
    threads.add(new Thread(load::probe));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    load.outcomes.forEach((outcome, count) -> System.out.println(outcome + "\t" + count.sum()));
    System.out.println("slowest health\t" + load.slowestProbe.get() + " ms");
  }

  /** A page as news sites have them: an article among links. */
  private static byte[] page(int bytes) {
    StringBuilder html = new StringBuilder("<html lang=en><title>Load</title><body><nav>");
    while (html.length() < bytes / 2) {
      html.append("<li class=menu-item><a href=/a/").append(html.length());
      html.append("><span class=label>A headline of some other page</span></a></li>\n");
    }
    html.append("</nav><article><h1>Load</h1>");
    while (html.length() < bytes) {
      html.append("<p class=text>The council met on day ").append(html.length());
      html.append(" and spoke about the bridge for a long time, the mayor said.</p>\n");
    }
    return html.append("</article></body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void count(String outcome) {
    outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
  }

  private void clip() {
    while (System.nanoTime() < end) {
      try {
        int status = send("/v1/clip", page);
        count("status " + status);
        if (status == 503) {
          Thread.sleep(1_000);
        }
      } catch (IOException e) {
        count("error " + e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private int send(String path, byte[] body) throws IOException {
    HttpURLConnection http = (HttpURLConnection) url.resolve(path).toURL().openConnection();
    http.setReadTimeout(70_000);
    if (body.length > 0) {
      http.setDoOutput(true);
      http.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = http.getOutputStream()) {
        out.write(body);
      }
    }
    int status = http.getResponseCode();
    try (InputStream in = status < 400 ? http.getInputStream() : http.getErrorStream()) {
      in.readAllBytes();
    }
    return status;
  }

  private void probe() {
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      try {
        count("health " + send("/v1/health", new byte[0]));
        long millis = (System.nanoTime() - start) / 1_000_000;
        slowestProbe.accumulateAndGet(millis, Math::max);
        Thread.sleep(200);
      } catch (IOException e) {
        count("health " + e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Sends a byte now and then, of the head or of the body. */
  private void drip(boolean head) {
    String start =
        head
            ? "GET /v1/health HTTP/1.1\r\nHost: localhost\r\nX: "
            : "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000\r\n\r\n";
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket(url.getHost(), url.getPort())) {
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        while (System.nanoTime() < end) {
          socket.getOutputStream().write('x');
          socket.getOutputStream().flush();
          Thread.sleep(1_000);
        }
      } catch (IOException e) {
        count("slow client shut out");
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
