package org.coupure.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The comment in which a tool that saves pages notes where and when it found one.
 *
 * @param url the address, or null
 * @param captured the time, or null
 */
record SavedNote(@Nullable String url, @Nullable Instant captured) {
  /** No tool left a note. */
  static final SavedNote NONE = new SavedNote(null, null);

  private static final Pattern SINGLE_FILE =
      Pattern.compile(
          "<!--\\s{0,9}(?:Page saved with|Archive processed by) SingleFile\\s{1,9}"
              + "url:\\s{0,9}(https?://[^\\s<>]{1,2000})"
              + "(?:\\s{1,9}saved date:\\s{0,9}([^\\r\\n]{1,120}))?");

  /** What Internet Explorer began and Edge and Chrome kept; the number is the address's length. */
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!--\\s{0,9}saved from url=\\(\\d{1,5}\\)(https?://[^\\s<>]{1,2000})");

  /** HTTrack leaves the scheme out. */
  private static final Pattern MIRRORED =
      Pattern.compile(
          "<!--\\s{0,9}Mirrored from ((?:https?://)?[^\\s<>]{1,2000})"
              + "(?: by HTTrack[^,>]{0,200}, ([^>]{1,60}?)\\s{0,9}-->)?");

  /** Returns {@code page} with the address and the time of its note, where it has none yet. */
  static Page complete(Page page) {
    if (page.url() != null && page.captured() != null) {
      return page;
    }
    SavedNote note = find(page.bytes());
    if (note.equals(NONE)) {
      return page;
    }
    return Page.builder(page.source(), page.bytes())
        .id(page.id())
        .url(page.url() == null ? note.url() : page.url())
        .contentType(page.contentType())
        .rights(page.rights())
        .captured(page.captured() == null ? note.captured() : page.captured())
        .build();
  }

  /** Looks for a note among the first bytes of a page. */
  static SavedNote find(byte[] bytes) {
    int length = Math.min(bytes.length, PeekStream.HEAD);
    String head = new String(bytes, 0, length, StandardCharsets.UTF_8);
    if (!head.contains("<!--")) {
      return NONE;
    }
    Matcher note = SINGLE_FILE.matcher(head);
    if (note.find()) {
      String date = note.group(2);
      return new SavedNote(note.group(1), date == null ? null : CaptureTime.parseScript(date));
    }
    note = SAVED_FROM.matcher(head);
    if (note.find()) {
      return new SavedNote(note.group(1), null);
    }
    note = MIRRORED.matcher(head);
    if (note.find()) {
      String url = note.group(1);
      String date = note.group(2);
      return new SavedNote(
          url.startsWith("http") ? url : "http://" + url,
          date == null ? null : CaptureTime.parseMail(date));
    }
    return NONE;
  }
}
