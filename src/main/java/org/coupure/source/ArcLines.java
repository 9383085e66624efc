package org.coupure.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An unpacked ARC file whose records' lines have the form of the format. Crawlers wrote URLs as
 * they found them, with spaces, and types with their parameters; such a line would end the file.
 * Every byte stays where it is: a space in a URL becomes {@link #SPACE}, one in a type a semicolon.
 * Used by one thread.
 */
final class ArcLines extends FilterInputStream {
  /** Stands for a space in a URL; no URL holds it. */
  static final char SPACE = '\u007f';

  private static final int LONGEST_LINE = 65_536;

  private static final Pattern LINE =
      Pattern.compile("(\\S.*) (\\S+ \\d{8,17}) ([^\\d ].*?|-?) ?(\\d+)(\\s*)");

  private byte[] line = {};
  private int next;

  /** How many bytes of the record's body are to come; afterwards empty lines and the next line. */
  private long body;

  ArcLines(InputStream unpacked) {
    super(unpacked);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == line.length && body == 0) {
      begin();
    }
    if (next < line.length) {
      int n = Math.min(length, line.length - next);
      System.arraycopy(line, next, bytes, offset, n);
      next += n;
      return n;
    }
    int n = super.read(bytes, offset, (int) Math.min(length, Math.max(body, 1)));
    body -= n > 0 && body > 0 ? n : 0;
    return n;
  }

  /** Reads the line of a record, or an empty one between two records. */
  private void begin() throws IOException {
    StringBuilder read = new StringBuilder();
    int c = 0;
    while (c != '\n' && read.length() < LONGEST_LINE) {
      c = super.read();
      if (c < 0) {
        break;
      }
      read.append((char) c);
    }
    String text = read.toString();
    Matcher matcher = LINE.matcher(text);
    if (matcher.matches()) {
      body = length(matcher.group(4));
      text =
          matcher.group(1).replace(' ', SPACE)
              + text.substring(matcher.end(1), matcher.start(3))
              + matcher.group(3).replace("; ", ";;").replace(' ', ';')
              + text.substring(matcher.end(3));
    }
    line = text.getBytes(StandardCharsets.ISO_8859_1);
    next = 0;
  }

  private static long length(String digits) {
    return digits.length() > 15 ? 0 : Long.parseLong(digits);
  }

  @Override
  public int available() throws IOException {
    return line.length - next > 0 ? line.length - next : super.available();
  }
}
