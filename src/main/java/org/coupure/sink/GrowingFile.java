package org.coupure.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.coupure.article.Clip;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows a record at a time. A place is the offset in bytes that was planned. Records
 * are appended under a lock, so that several runs and other programs may append to one file; a file
 * that is taken away begins anew, and one that is cut short goes on at its new end.
 */
final class GrowingFile implements ArticleSink {
  private final Path file;
  private final Format format;
  private final Rendered rendered;
  private final SinkOptions options;
  private final Packing packing;
  private FileChannel reader;
  private FileChannel appender;
  private @Nullable Object key;
  private @Nullable FileLock lock;
  private boolean kept;
  private long end;
  private int pending;
  private long written;
  private boolean told;

  private GrowingFile(Path file, Format format, SinkOptions options) throws IOException {
    this.file = file;
    this.format = format;
    this.options = options;
    this.rendered = Rendered.of(format, options);
    this.packing = Packing.of(file);
    this.reader = open(file, StandardOpenOption.READ);
    this.appender = open(file, StandardOpenOption.APPEND);
    this.key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /** Opens {@code file}, whose folder must exist; what it holds is kept. */
  static GrowingFile open(Path file, Format format, SinkOptions options) throws IOException {
    return new GrowingFile(file, format, options);
  }

  private static FileChannel open(Path file, StandardOpenOption option) throws IOException {
    try {
      return option == StandardOpenOption.READ
          ? FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)
          : FileChannel.open(file, option, StandardOpenOption.CREATE);
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }

  @Override
  public List<JournalEntry> recover(List<JournalEntry> journal) throws IOException {
    lock();
    try {
      List<JournalEntry> due = replay(journal);
      kept = reader.size() > 0;
      return due;
    } catch (IOException e) {
      boolean named = String.valueOf(e.getMessage()).contains(file.toString());
      throw named ? e : Unwritable.file(file, e);
    } finally {
      unlock();
    }
  }

  private List<JournalEntry> replay(List<JournalEntry> journal) throws IOException {
    List<JournalEntry> due = new ArrayList<>();
    if (!journal.isEmpty()) {
      long start = Math.min(offset(journal.get(0)), reader.size());
      JournalReplay replay = new JournalReplay(read(start, reader.size() - start), !packed());
      List<Integer> found = replay.find(journal);
      for (int i = 0; i < found.size(); i++) {
        due.add(new JournalEntry(Long.toString(start + found.get(i)), journal.get(i).bytes()));
      }
      if (found.size() < journal.size()) {
        reader.truncate(start + replay.half(journal.get(found.size())));
      }
    }
    mend();
    end = reader.size();
    for (JournalEntry entry : journal.subList(due.size(), journal.size())) {
      due.add(place(entry.bytes()));
    }
    pending = due.size();
    return due;
  }

  /** A hand, a kill or a program that knows nothing of us may have left a line without its end. */
  private void mend() throws IOException {
    long size = reader.size();
    if (size == 0 || packed()) {
      return;
    }
    if (format == Format.JSONL) {
      new LastLine(file, reader).mend();
    } else if (lacksLineBreak(size)) {
      reader.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
    }
    byte[] head = rendered.head().getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(read(0, Math.min(head.length, size)), head)) {
      throw new IOException(
          file + " has other columns, so nothing was appended; name another output");
    }
  }

  private boolean lacksLineBreak(long size) throws IOException {
    return size > 0 && read(size - 1, 1)[0] != '\n';
  }

  private byte[] read(long offset, long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Math.max(0, length)));
    while (bytes.hasRemaining() && reader.read(bytes, offset + bytes.position()) >= 0) {
      // A read may give less than was asked for.
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static long offset(JournalEntry entry) {
    return Long.parseLong(entry.place());
  }

  private JournalEntry place(byte[] bytes) {
    JournalEntry entry = new JournalEntry(Long.toString(end), bytes);
    end += bytes.length;
    return entry;
  }

  @Override
  public JournalEntry plan(Clip clip) throws IOException {
    lock();
    String front = "";
    if (pending == 0) {
      front = noticeChanges();
      end = reader.size();
    }
    pending++;
    byte[] record = rendered.record(clip, end == 0);
    // Each record is a compressed part of its own, so that the file is whole at any time.
    return place(packed() ? packing.pack(record) : concat(front, record));
  }

  /** Returns what must stand before the next record, because another program left half a line. */
  private String noticeChanges() throws IOException {
    if (isGone()) {
      unlock();
      reader.close();
      appender.close();
      reader = open(file, StandardOpenOption.READ);
      appender = open(file, StandardOpenOption.APPEND);
      key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      lock();
      say(file + " was taken away during the run; the records that follow go to a new file");
      end = reader.size();
    }
    long size = reader.size();
    if (size < end) {
      say(file + " was cut short during the run; the records that follow are appended");
    } else if (size > end) {
      say("another program writes to " + file + " too; records are appended behind its own");
    }
    return size != end && !packed() && lacksLineBreak(size) ? "\n" : "";
  }

  private boolean isGone() throws IOException {
    try {
      Object now = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return !Objects.equals(now, key);
    } catch (NoSuchFileException ignored) { // Who took it away may have put nothing in its place.
      return true;
    }
  }

  /** Returns how many bytes the file has, with what was planned. */
  long size() throws IOException {
    return pending == 0 ? reader.size() : end;
  }

  /** Returns whether writes are planned that were not done. */
  boolean isPending() {
    return pending > 0;
  }

  private boolean packed() {
    return packing != Packing.NONE;
  }

  private void say(String notice) {
    if (!told) {
      options.notices().accept(notice);
      told = true;
    }
  }

  private static byte[] concat(String front, byte[] record) {
    if (front.isEmpty()) {
      return record;
    }
    byte[] all = new byte[record.length + 1];
    all[0] = '\n';
    System.arraycopy(record, 0, all, 1, record.length);
    return all;
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    lock();
    try {
      long before = reader.size();
      if (!stands(entry, before)) {
        append(ByteBuffer.wrap(entry.bytes()), before);
        written++;
      }
      pending = Math.max(0, pending - 1);
      if (pending == 0) {
        end = reader.size();
      }
    } catch (IOException e) {
      pending = 0;
      throw Unwritable.file(file, e);
    } finally {
      if (pending == 0) {
        unlock();
      }
    }
  }

  /** Returns whether an interrupted run wrote this already. */
  private boolean stands(JournalEntry entry, long size) throws IOException {
    long offset = offset(entry);
    int length = entry.bytes().length;
    return offset + length <= size && Arrays.equals(read(offset, length), entry.bytes());
  }

  private void append(ByteBuffer bytes, long before) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        appender.write(bytes);
      }
    } catch (IOException e) {
      forgetFrom(before);
      throw e;
    }
  }

  /** Takes back half a record, as a full disk leaves it. */
  private void forgetFrom(long position) {
    try {
      reader.truncate(position);
    } catch (IOException ignored) {
      // The write's own failure is what the person needs; the next run mends the line.
    }
  }

  private void lock() throws IOException {
    if (lock == null) {
      lock = FileLocks.of(appender, file);
    }
  }

  private void unlock() throws IOException {
    FileLock held = lock;
    lock = null;
    if (held != null && held.isValid()) {
      held.release();
    }
  }

  @Override
  public void force() throws IOException {
    try {
      appender.force(false);
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }

  @Override
  public @Nullable String summary() {
    return WrittenSummary.of(kept, written, file);
  }

  @Override
  public Predicate<String> recorded() throws IOException {
    return format == Format.JSONL ? RecordedInputs.ofLines(file) : ArticleSink.super.recorded();
  }

  @Override
  public void close() throws IOException {
    if (!appender.isOpen()) {
      return;
    }
    try {
      force();
    } finally {
      appender.close();
      reader.close();
    }
  }
}
