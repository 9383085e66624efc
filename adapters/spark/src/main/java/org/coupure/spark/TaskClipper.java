package org.coupure.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.coupure.Clipper;
import org.coupure.memory.SiteMemory;
import org.jspecify.annotations.Nullable;

/** The clipper of an executor, made once for all of its tasks. */
final class TaskClipper {
  private static byte[] learned = new byte[0];
  private static @Nullable Clipper clipper;

  private TaskClipper() {}

  /** Returns the clipper that knows what {@code memory} holds: a memory's file, or nothing. */
  static synchronized Clipper of(byte[] memory) {
    if (clipper == null || !Arrays.equals(learned, memory)) {
      clipper = Clipper.builder().memory(load(memory)).build();
      learned = memory;
    }
    return clipper;
  }

  private static SiteMemory load(byte[] memory) {
    if (memory.length == 0) {
      return SiteMemory.EMPTY;
    }
    try {
      Path file = Files.createTempFile("coupure", ".memory");
      try {
        Files.write(file, memory);
        return SiteMemory.load(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
