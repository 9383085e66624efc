package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.coupure.article.Clip;
import org.coupure.article.Reason;

/** Opens files and hands on what they hold, or why they can't be read. */
final class FileReading {
  private final SourceLimits limits;
  private final PageConsumer consumer;

  FileReading(SourceLimits limits, PageConsumer consumer) {
    this.limits = limits;
    this.consumer = consumer;
  }

  /** Reads the file at {@code path}; returns whether more is wanted. */
  boolean file(Path path, Origin origin) {
    try (InputStream in = Files.newInputStream(path)) {
      WaczPages listed = FileNames.isWacz(origin.name()) ? WaczPages.of(path) : null;
      return new Unpacking(limits, consumer, listed).read(origin, in);
    } catch (IOException e) {
      return fail(origin.source(), reason(e), detail(path, e));
    }
  }

  /** Reads {@code in}, which is not closed; returns whether more is wanted. */
  boolean stream(InputStream in, Origin origin) {
    return new Unpacking(limits, consumer, null).read(origin, in);
  }

  /** Tells of a file that is not read. */
  void passOver(String source) {
    consumer.passedOver(source, FileNames.kind(source));
  }

  boolean fail(String source, Reason reason, String detail) {
    return consumer.failed(Clip.failed(source, reason, detail));
  }

  static Reason reason(IOException e) {
    return e instanceof NoSuchFileException ? Reason.NOT_FOUND : Reason.UNREADABLE;
  }

  /** Returns what is wrong with {@code path}, for people. */
  static String detail(Path path, IOException e) {
    if (e instanceof NoSuchFileException) {
      if (Files.isSymbolicLink(path)) {
        return "is a link to nothing";
      }
      return path.toString().indexOf('\uFFFD') < 0
          ? "no such file or folder"
          : "its name is not in UTF-8, so that Java cannot open it: rename it, with convmv perhaps";
    }
    return e instanceof AccessDeniedException
        ? "may not be read: permission denied"
        : "can't be opened: " + e.getMessage();
  }
}
