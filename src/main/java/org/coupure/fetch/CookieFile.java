package org.coupure.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Cookie;
import org.jspecify.annotations.Nullable;

/**
 * A {@code cookies.txt} as browsers' extensions and curl write it: seven columns with tabs between,
 * which are domain, whether its subdomains too, path, whether over TLS only, the second it expires
 * (0: with the session), name and value.
 */
final class CookieFile {
  private static final int COLUMNS = 7;

  /** Quirk: such a line is none of the comments, which begin with the same sign. */
  private static final String HTTP_ONLY = "#HttpOnly_";

  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E&&[^=;,]]{1,200}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E&&[^;]]{0,4096}");

  private CookieFile() {}

  /**
   * Reads {@code file}.
   *
   * @throws IOException when it can't be read
   * @throws IllegalArgumentException when lines are not as they should be; the message names them
   *     all, and none of their values
   */
  static List<Cookie> read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<Cookie> cookies = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      boolean comment = line.startsWith("#") && !line.startsWith(HTTP_ONLY);
      if (comment || line.isBlank()) {
        continue;
      }
      Cookie cookie = cookie(line.split("\t", -1));
      if (cookie == null) {
        problems.add(
            file
                + ":"
                + number
                + ": expected domain, TRUE or FALSE, path, TRUE or FALSE,"
                + " a number, name and value, with tabs between");
      } else {
        cookies.add(cookie);
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return cookies;
  }

  private static @Nullable Cookie cookie(String[] columns) {
    if (columns.length != COLUMNS || !columns[4].matches("\\d{1,15}")) {
      return null;
    }
    String name = columns[5].strip();
    String value = columns[6].strip();
    if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      return null;
    }
    String domain =
        columns[0].startsWith(HTTP_ONLY) ? columns[0].substring(HTTP_ONLY.length()) : columns[0];
    boolean subdomains = columns[1].equalsIgnoreCase("TRUE") || domain.startsWith(".");
    String bare = domain.startsWith(".") ? domain.substring(1) : domain;
    Cookie.Builder cookie = new Cookie.Builder().name(name).value(value);
    try {
      cookie = subdomains ? cookie.domain(bare) : cookie.hostOnlyDomain(bare);
      cookie = cookie.path(columns[2]);
    } catch (IllegalArgumentException e) {
      return null;
    }
    long seconds = Long.parseLong(columns[4]);
    if (seconds > 0) {
      cookie = cookie.expiresAt(seconds * 1000);
    }
    return columns[3].equalsIgnoreCase("TRUE") ? cookie.secure().build() : cookie.build();
  }
}
