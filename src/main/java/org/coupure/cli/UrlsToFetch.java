package org.coupure.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The URLs to fetch: those on the command line, then those of a list. */
final class UrlsToFetch {
  private final List<String> given;
  private final @Nullable String list;
  private final InputStream stdin;

  UrlsToFetch(List<String> given, @Nullable String list, InputStream stdin) {
    this.given = given;
    this.list = list;
    this.stdin = stdin;
  }

  /**
   * Passes every URL to {@code taker} until it wants no more. In a list a URL is a line's first
   * word; blank lines and lines that begin with {@code #} are left out.
   *
   * @throws IOException if the list can't be read
   */
  void each(Predicate<String> taker) throws IOException {
    for (String url : given) {
      if (!taker.test(url)) {
        return;
      }
    }
    if (list != null) {
      readList(list, taker);
    }
  }

  /**
   * Returns how many there are, 0 when a pipe would have to be read to know.
   *
   * @throws IOException if the list can't be read
   */
  long count() throws IOException {
    if (list != null && !Files.isRegularFile(Path.of(list))) {
      return 0;
    }
    long[] count = new long[1];
    each(url -> ++count[0] > 0);
    return count[0];
  }

  private void readList(String name, Predicate<String> taker) throws IOException {
    try (BufferedReader lines = open(name)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String url = line.strip().split("\\s", 2)[0];
        if (!url.isEmpty() && !url.startsWith("#") && !taker.test(url)) {
          return;
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException("cannot read the list " + name + ": there is no such file", e);
    }
  }

  private BufferedReader open(String name) throws IOException {
    InputStream in = name.equals("-") ? stdin : Files.newInputStream(Path.of(name));
    // A reader that replaces bytes that are not UTF-8, so that one bad line does not end the list.
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
