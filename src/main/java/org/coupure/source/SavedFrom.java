package org.coupure.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.date.Timestamps;
import org.coupure.date.UrlDate;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * What a tool that saves pages, or an archive of the web, notes in them about where and when it
 * found them.
 *
 * @param url the URL, or null
 * @param captured the time, or null
 */
record SavedFrom(@Nullable String url, @Nullable Instant captured) {
  /** No tool left a note. */
  static final SavedFrom NONE = new SavedFrom(null, null);

  private static final Pattern SINGLE_FILE =
      Pattern.compile(
          "<!--\\s{0,9}(?:Page saved with|Archive processed by) SingleFile\\s{1,9}"
              + "url:\\s{0,9}(https?://[^\\s<>]{1,2000})"
              + "(?:\\s{1,9}saved date:\\s{0,9}([^\\r\\n]{1,120}))?");

  /** What Internet Explorer began and Edge and Chrome kept; the number is the URL's length. */
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!--\\s{0,9}saved from url=\\(\\d{1,5}\\)(https?://[^\\s<>]{1,2000})");

  /** HTTrack leaves the scheme out. */
  private static final Pattern MIRRORED =
      Pattern.compile(
          "<!--\\s{0,9}Mirrored from ((?:https?://)?[^\\s<>]{1,2000})"
              + "(?: by HTTrack[^,>]{0,200}, ([^>]{1,60}?)\\s{0,9}-->)?");

  /**
   * How the Wayback Machine's own scripts name page and time, and the links to the copy itself in
   * its heads and in those of archive.today; the time's digits may have signs between them.
   */
  private static final Pattern WAYBACK =
      Pattern.compile("wombat\\(\"(https?://[^\"]{1,2000})\",\\s?\"(\\d{14})\"");

  private static final Pattern COPY =
      Pattern.compile(
          "<link\\s[^<>]{0,200}href=[\"']?(?:https?:)?//[^/\"'\\s<>]{1,60}/(?:web/)?"
              + "(\\d{14}|\\d{4}\\.\\d\\d\\.\\d\\d-\\d{6})/(https?://[^\"'\\s<>]{1,2000})");

  /** What the Wayback Machine appends to its copies. */
  private static final Pattern ARCHIVED =
      Pattern.compile(
          "FILE ARCHIVED ON (\\d\\d:\\d\\d:\\d\\d \\w{3} \\d\\d, \\d{4}) AND RETRIEVED FROM THE");

  /** Characters at the end of a page in which that stands; other comments may follow. */
  private static final int TAIL = 4096;

  /** Returns {@code page} with the URL and the time of its note, where it has none yet. */
  static Page complete(Page page) {
    if (page.url() != null && page.captured() != null) {
      return page;
    }
    Instant addressed = UrlDate.captured(page.url());
    SavedFrom note = addressed == null ? find(page.bytes()) : new SavedFrom(page.url(), addressed);
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
  static SavedFrom find(byte[] bytes) {
    int length = Math.min(bytes.length, PeekStream.HEAD);
    String head = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return head.contains("<!--") ? commented(head, bytes) : copied(head, bytes);
  }

  private static SavedFrom commented(String head, byte[] bytes) {
    Matcher note = SINGLE_FILE.matcher(head);
    if (note.find()) {
      String date = note.group(2);
      return new SavedFrom(note.group(1), date == null ? null : Timestamps.parse(date));
    }
    note = SAVED_FROM.matcher(head);
    if (note.find()) {
      return new SavedFrom(note.group(1), null);
    }
    note = MIRRORED.matcher(head);
    if (note.find()) {
      String url = note.group(1);
      String date = note.group(2);
      return new SavedFrom(
          url.startsWith("http") ? url : "http://" + url,
          date == null ? null : Timestamps.parse(date));
    }
    return copied(head, bytes);
  }

  private static SavedFrom copied(String head, byte[] bytes) {
    Matcher note = WAYBACK.matcher(head);
    if (note.find()) {
      return new SavedFrom(note.group(1), Timestamps.parse(digits(note.group(2))));
    }
    note = COPY.matcher(head);
    if (note.find()) {
      return new SavedFrom(note.group(2), Timestamps.parse(digits(note.group(1))));
    }
    int length = Math.min(bytes.length, TAIL);
    String tail = new String(bytes, bytes.length - length, length, StandardCharsets.ISO_8859_1);
    note = ARCHIVED.matcher(tail);
    return note.find() ? new SavedFrom(null, Timestamps.parse(note.group(1))) : NONE;
  }

  /** Archives write fourteen digits, some with signs between them. */
  private static String digits(String time) {
    return time.replaceAll("[.-]", "");
  }
}
