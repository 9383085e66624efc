package org.coupure.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files of the page, which come out of the jar, and the policies that bind the browser: all the
 * page has comes from this service.
 */
final class PageFiles {
  /** For the page itself. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** For a page that is looked at: its styles and nothing else; the page around it may reach in. */
  static final String FRAME_POLICY =
      "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  /** Each file by its path; there are no others, so no path leads out of them. */
  private static final List<String> FILES =
      List.of(
          "index.html",
          "page.css",
          "icon.svg",
          "app.js",
          "api.js",
          "texts.js",
          "dom.js",
          "inspect.js",
          "teach.js",
          "health.js",
          "search.js",
          "en.js",
          "fr.js");

  private PageFiles() {}

  /** Sets what every answer says to browsers. */
  static void harden(HttpCall call) {
    call.header("X-Content-Type-Options", "nosniff");
    call.header("Referrer-Policy", "no-referrer");
    call.header("Cross-Origin-Resource-Policy", "same-origin");
    call.header("Cross-Origin-Opener-Policy", "same-origin");
    call.header("Cache-Control", "no-store");
    call.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  /**
   * Returns the routes of the files.
   *
   * @param token what the page shows in order to write
   * @param key whether the page has to ask for a key
   * @param store whether there is a store to search
   */
  static List<Route> routes(String token, boolean key, boolean store) {
    List<Route> routes = new ArrayList<>();
    for (String file : FILES) {
      String path = file.equals("index.html") ? "/" : "/page/" + file;
      routes.add(
          new Route(
              "GET", path, Route.Access.OPEN, call -> file(call, file, store, key ? "" : token)));
    }
    return routes;
  }

  private static void file(HttpCall call, String file, boolean store, String token)
      throws IOException {
    String text = new String(resource(file), StandardCharsets.UTF_8);
    if (file.equals("index.html")) {
      // Where there is a key, who can't show it gets no token either: the page asks for it later.
      text = text.replace("{{token}}", token);
      text = text.replace("{{key}}", token.isEmpty() ? "yes" : "no");
      text = text.replace("{{store}}", store ? "yes" : "no");
      call.header("Content-Security-Policy", PAGE_POLICY);
    }
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    call.answer(String.valueOf(type), text);
  }

  static byte[] resource(String file) {
    try (InputStream in = PageFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar: a broken build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " from the jar", e);
    }
  }
}
