package org.coupure.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/** One line of a saved folder's index: a JSON object that {@code --manifest} understands. */
final class IndexLine {
  private static final Pattern FILE = Pattern.compile("\"file\":\"([^\"\\\\]*)\"");

  private IndexLine() {}

  /** Returns the line, without its line break. */
  static String of(String id, String url, String file, Fetched.Answered answered) {
    Page page = answered.page();
    return "{\"id\":"
        + quote(id)
        + ",\"url\":"
        + quote(url)
        + ",\"file\":"
        + quote(file)
        + ",\"captured\":"
        + quote(page.captured() == null ? null : page.captured().toString())
        + ",\"status\":"
        + answered.status()
        + ",\"contentType\":"
        + quote(page.contentType())
        + "}";
  }

  /** Returns the file that a line speaks of, or the line itself when it is none of ours. */
  static String fileOf(String line) {
    Matcher file = FILE.matcher(line);
    return file.find() ? file.group(1) : line;
  }

  private static String quote(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F) {
        json.append("\\u00").append(Character.forDigit(c >> 4, 16));
        json.append(Character.forDigit(c & 0xF, 16));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
