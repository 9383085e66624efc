package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.Format;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.Sinks;
import org.coupure.sink.TargetUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where records go and in which form. Immutable.
 *
 * @param format the form; null for a target that has its own, such as a database
 * @param out a file, a folder or another target, or null for standard output
 */
record Destination(@Nullable Format format, @Nullable String out) {
  /**
   * Decides by what was asked for.
   *
   * @param out {@code --out}, or null
   * @param form {@code --format}, or null
   * @param single whether there is exactly one input, which a person can read on a terminal
   */
  static Destination of(
      @Nullable String out, @Nullable String form, Terminal terminal, boolean single)
      throws UsageException {
    Format asked = form == null ? null : format(form);
    if (out == null || out.equals("-")) {
      Format readable = single && terminal.outShown() ? Format.CLIPPINGS : Format.JSONL;
      return new Destination(asked == null ? readable : asked, null);
    }
    if (asked == null && isTarget(out)) {
      return new Destination(null, out);
    }
    if (out.contains("://")) {
      throw new UsageException(
          "no target is called "
              + TargetUrl.masked(out)
              + "; there are files, folders and "
              + String.join(", ", Sinks.providerNames())
              + (asked == null ? "." : ", which have forms of their own: leave out --format."));
    }
    Path path = path(out);
    boolean folder = out.endsWith("/") || Files.isDirectory(path);
    if (folder && (asked == Format.JSONL || asked == Format.CSV)) {
      String name = path.resolve("articles." + asked.code()).toString();
      throw new UsageException(
          out + " is a folder, but " + asked.code() + " is one file: --out " + name + ".");
    }
    if (asked == null) {
      asked = folder ? Format.CLIPPINGS : bySuffix(path);
    }
    return new Destination(asked, out);
  }

  /**
   * Returns whether a special sink takes {@code out}, which is neither a file of a format nor a
   * folder.
   */
  private static boolean isTarget(String out) throws UsageException {
    boolean plain = !out.contains("://") && Format.ofFile(path(out)).isPresent();
    return !plain && Sinks.provider(out).isPresent();
  }

  ArticleSink open(SinkOptions options) throws IOException {
    return Sinks.open(format, out, options);
  }

  private static Format bySuffix(Path path) throws UsageException {
    Format known = Format.ofFile(path).orElse(null);
    if (known != null) {
      return known;
    }
    if (String.valueOf(path.getFileName()).indexOf('.') > 0) {
      throw new UsageException(
          "the name of " + path + " does not tell a format: say it with --format.");
    }
    return Format.CLIPPINGS;
  }

  private static Format format(String name) throws UsageException {
    try {
      return Format.parse(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private static Path path(String out) throws UsageException {
    try {
      return Path.of(out);
    } catch (InvalidPathException e) {
      throw new UsageException("\"" + out + "\" can't be a path: " + e.getReason() + ".");
    }
  }
}
