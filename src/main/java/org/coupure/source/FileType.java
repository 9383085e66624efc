package org.coupure.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.coupure.page.FeedMarkup;
import org.jspecify.annotations.Nullable;

/** What a file is: told by its first bytes, and by its name only where these leave it open. */
enum FileType {
  GZIP,
  BZIP2,
  XZ,
  ZSTD,
  ZIP,
  TAR,
  WARC,
  MHTML,
  JSON_LINES,
  /** HTML or text, or something that only the reading of the page can tell. */
  PAGE,
  /** Bytes that no page has, under a name that promises none. */
  OTHER,
  /** A feed or a site map, whatever its name is. */
  FEED,
  /** Rows of cells, by its name: comma-separated values. */
  TABLE,
  /** A compression or an archive that Coupure does not read. */
  UNSUPPORTED;

  /** A header's line or its continuation, as RFC 5322 has them. */
  private static final Pattern HEADER_LINE = Pattern.compile("[!-9;-~]{1,80}:.*|[ \\t].*");

  private static final int TAR_MAGIC_AT = 257;

  /** RFC 8878 section 3.1.1. */
  private static final String ZSTD_MAGIC = "(\u00b5/\u00fd";

  /** Returns whether other files or pages stand in it. */
  boolean isContainer() {
    return compareTo(PAGE) < 0;
  }

  /** Decides from {@code head}, the first {@link PeekStream#HEAD} bytes, and the name. */
  static FileType of(byte[] head, String name) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    FileType magic = byMagic(text);
    if (magic != null) {
      return magic;
    }
    String extension = FileNames.extension(name);
    if (isMime(text, extension)) {
      return MHTML;
    }
    if (isJsonLines(text, extension)) {
      return JSON_LINES;
    }
    if (FeedMarkup.begins(head)) {
      return FEED;
    }
    return switch (extension) {
      case "csv", "tsv" -> text.isBlank() ? PAGE : TABLE;
      // Archives from before POSIX have no magic number. An empty file is an empty page.
      case "tar" -> text.isEmpty() ? PAGE : TAR;
      case "json" -> text.isBlank() ? PAGE : UNSUPPORTED;
      default -> holdsNul(head) && !FileNames.promisesPage(name) ? OTHER : PAGE;
    };
  }

  private static @Nullable FileType byMagic(String text) {
    if (text.startsWith("\u001f\u008b")) {
      return GZIP;
    }
    if (text.startsWith("BZh") && text.startsWith("1AY&SY", 4)) {
      return BZIP2;
    }
    if (text.startsWith("\u00fd7zXZ\0")) {
      return XZ;
    }
    if (text.startsWith(ZSTD_MAGIC)) {
      return ZSTD;
    }
    if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6") || text.startsWith("PK\7\10")) {
      return ZIP;
    }
    if (text.startsWith("ustar", TAR_MAGIC_AT)) {
      return TAR;
    }
    if (text.startsWith("WARC/") || text.startsWith("filedesc://")) {
      return WARC;
    }
    boolean foreign = text.startsWith("7z\u00bc\u00af") || text.startsWith("Rar!\u001a");
    return foreign ? UNSUPPORTED : null;
  }

  /** A page saved as a mail: the headers say MIME, or the name and at least one header do. */
  private static boolean isMime(String text, String extension) {
    if (FileNames.promisesPage("x." + extension)) {
      return false;
    }
    boolean named = extension.equals("mhtml") || extension.equals("mht") || extension.equals("eml");
    boolean version = false;
    boolean type = false;
    for (String line : text.split("\\r?\\n", -1)) {
      if (!HEADER_LINE.matcher(line).matches()) {
        break;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      version |= named || lower.startsWith("mime-version:");
      type |= named || lower.startsWith("content-type:");
    }
    return version && type;
  }

  /** A JSON object on the first line; pretty-printed JSON breaks after its first brace. */
  private static boolean isJsonLines(String text, String extension) {
    if (extension.equals("jsonl") || extension.equals("ndjson")) {
      return !text.isEmpty();
    }
    if (FileNames.promisesPage("x." + extension)) {
      return false;
    }
    String start = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    start = start.stripLeading();
    return start.startsWith("{\"") || start.startsWith("{ \"");
  }

  private static boolean holdsNul(byte[] head) {
    // UTF-16 and UTF-32 hold NULs too, but begin with a mark.
    int first = head.length < 2 ? 0 : (head[0] & 0xff) << 8 | (head[1] & 0xff);
    if (first == 0xfeff || first == 0xfffe) {
      return false;
    }
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
