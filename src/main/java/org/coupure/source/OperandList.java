package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.article.Reason;

/** A file that names operands, one a line. */
final class OperandList implements PageSource {
  /** No system has longer paths than 32,767 characters. */
  private static final int LINE_BYTES = 100_000;

  private final String list;
  private final InputStream stdin;
  private final SourceOptions options;

  OperandList(String list, InputStream stdin, SourceOptions options) {
    this.list = list;
    this.stdin = stdin;
    this.options = options;
  }

  @Override
  public void read(PageConsumer consumer) throws IOException {
    if (list.equals(Operands.STDIN)) {
      read(stdin, consumer);
      return;
    }
    try (InputStream in = open(list, "the list")) {
      read(in, consumer);
    }
  }

  /**
   * Opens a file that the whole source depends on.
   *
   * @throws IOException with a message for people
   */
  static InputStream open(String file, String what) throws IOException {
    Path path;
    try {
      path = Path.of(file);
    } catch (InvalidPathException e) {
      throw new IOException(what + " " + file + " can't be a path: " + e.getReason(), e);
    }
    if (Files.isDirectory(path)) {
      throw new IOException(what + " " + file + " is a folder, not a file");
    }
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new IOException(what + " " + file + ": " + FileReading.detail(path, e), e);
    }
  }

  private void read(InputStream in, PageConsumer consumer) throws IOException {
    Operands operands = new Operands(List.of(), stdin, options);
    LineReader lines = new LineReader(in, LINE_BYTES);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      String operand = new String(line, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
      boolean more = true;
      if (lines.tooLong()) {
        String detail = "a line of over " + LINE_BYTES + " bytes is no path";
        String place = list + ":" + lines.number();
        more = consumer.failed(Clip.failed(place, Reason.NOT_FOUND, detail));
      } else if (!operand.isEmpty() && !operand.startsWith("#")) {
        more = operands.read(operand, consumer);
      }
      if (!more) {
        return;
      }
    }
  }
}
