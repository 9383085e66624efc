package org.coupure.sink;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says for a person which output cannot be written, why, and what to do. */
final class Unwritable {
  private Unwritable() {}

  static IOException file(Path file, IOException cause) {
    return new IOException(
        "cannot write " + file + ": " + why(cause) + "; free it or name another output", cause);
  }

  static IOException folder(Path folder, IOException cause) {
    return new IOException(
        "cannot make the folder " + folder + ": " + why(cause) + "; name another output", cause);
  }

  static IOException standardOutput(IOException cause) {
    return new IOException(
        "cannot write to the standard output: " + why(cause) + "; name a file as output", cause);
  }

  private static String why(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "a file is in its place";
    }
    if (cause instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    // A FileSystemException's message is the path, which the sentence has already.
    String reason =
        cause instanceof FileSystemException refused ? refused.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
