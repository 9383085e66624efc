package org.coupure.sink;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.article.Clip;
import org.jspecify.annotations.Nullable;

/**
 * A sink for those who keep a journal: it says first what it will write and where, so that the
 * caller can note it down, and a write that a crash interrupted can be done again without doubling
 * anything. Not thread-safe.
 *
 * <p>The order is: {@link #recover} once with what the journal holds, note down what it returns,
 * {@link #write} each of it, {@link #force}; then for each record {@link #plan}, note down, write;
 * and what was forced can be struck from the journal.
 */
public interface PlannedSink extends Closeable {
  /**
   * Opens the sink for {@code out}: one file that grows ({@code jsonl}, {@code csv}, {@code txt},
   * {@code md}; with {@code .gz}, a compressed part a record), a folder with a file a record
   * ({@code txt}, {@code json}, {@code md}), or, when its name ends in {@code .sqlite} or {@code
   * .db}, a database.
   *
   * @param out a file or folder, or null for the standard output, which can't take back what it
   *     wrote, so that a record may come twice after a crash
   * @param stdout the raw standard output
   * @throws IllegalArgumentException if the format can't grow in that place; the message says what
   *     to do
   * @throws IOException if {@code out} can't be opened; the message names it and what to do
   */
  static PlannedSink open(@Nullable Format format, @Nullable Path out, OutputStream stdout)
      throws IOException {
    if (out == null) {
      return new PlannedStream(stdout, Rendered.of(format == null ? Format.JSONL : format));
    }
    String name = String.valueOf(out.getFileName());
    if (format == null && (name.endsWith(".sqlite") || name.endsWith(".db"))) {
      return ArticleDatabase.open(out);
    }
    Format known = format == null ? Format.ofFile(out).orElse(Format.CLIPPINGS) : format;
    boolean file = Format.ofFile(out).filter(known::equals).isPresent() && !Files.isDirectory(out);
    if (known == Format.JSON && file) {
      throw new IllegalArgumentException(
          out + ": one JSON document can't grow record by record; name it .jsonl, or a folder");
    }
    if ((known == Format.JSONL || known == Format.CSV) && Files.isDirectory(out)) {
      throw new IllegalArgumentException(
          out + " is a folder, and " + known.code() + " goes to one file");
    }
    boolean grows = file || known == Format.JSONL || known == Format.CSV;
    return grows ? PlannedFile.open(out, Rendered.of(known)) : PlannedFolder.open(out, known);
  }

  /**
   * Returns the writes of {@code journal} as they must be done now: at other places, when somebody
   * took the file away or wrote to it in between.
   *
   * @param journal what was noted down and not struck, in order
   */
  List<Piece> recover(List<Piece> journal) throws IOException;

  /**
   * Returns the write of the record of {@code clip}, which must be done before the next is planned.
   */
  Piece plan(Clip clip) throws IOException;

  /** Writes a piece; doing it again changes nothing. */
  void write(Piece piece) throws IOException;

  /** Returns when all that was written is safe on the disk. */
  void force() throws IOException;
}
