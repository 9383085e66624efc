package org.coupure.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page list of a WACZ file ({@code pages/*.jsonl}): which of its captures are pages; the others
 * are frames and other parts of pages. Used by one thread.
 */
final class WaczPages {
  /** Lists hold the pages' texts as well; of a larger list the rest is not read. */
  private static final long MAX_CHARS = 500_000_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Set<String> listed = new HashSet<>();

  private WaczPages() {}

  /** Returns the list of the file at {@code path}, or null when it has none that can be read. */
  static @Nullable WaczPages of(Path path) {
    WaczPages pages = new WaczPages();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.getName().startsWith("pages/") && entry.getName().endsWith(".jsonl")) {
          pages.read(zip.getInputStream(entry));
        }
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
    return pages.listed.isEmpty() ? null : pages;
  }

  private void read(InputStream list) throws IOException {
    long chars = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        chars += line.length();
        if (chars > MAX_CHARS) {
          return;
        }
        note(line);
      }
    }
  }

  private void note(String line) {
    try {
      JsonNode url = JSON.readTree(line).path("url");
      if (url.isString()) {
        listed.add(key(url.stringValue()));
      }
    } catch (JacksonException broken) {
      // A broken line names no page; those around it do.
    }
  }

  boolean lists(@Nullable String url) {
    return url != null && listed.contains(key(url));
  }

  /** Notes that {@code from} led to {@code to}: where a listed page leads is one, too. */
  void redirect(String from, String to) {
    Url base = Url.parse(from);
    Url target = base == null || !lists(from) ? null : base.resolve(to);
    if (target != null) {
      listed.add(key(target.toString()));
    }
  }

  /** Lists and captures differ in scheme, fragment and closing slash. */
  private static String key(String url) {
    String key = url.replaceFirst("(?i)^https?://", "").replaceFirst("#.*$", "");
    int slash = key.indexOf('/');
    String host = slash < 0 ? key : key.substring(0, slash);
    String rest = slash < 0 ? "" : key.substring(slash);
    String path = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    return host.toLowerCase(Locale.ROOT) + path;
  }
}
