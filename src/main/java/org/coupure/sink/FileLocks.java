package org.coupure.sink;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Locks files while one record is written, so that several runs can append to one file. */
final class FileLocks {
  /** Chosen: a write holds the lock for milliseconds, a full disk for seconds. */
  private static final int TRIES = 3000;

  private static final long PAUSE_MILLIS = 10;

  private FileLocks() {}

  /**
   * Waits for the lock of the file; returns null where the file system has no locks.
   *
   * @throws IOException if another program keeps the lock for half a minute
   */
  static @Nullable FileLock of(FileChannel channel, Path file) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException ignored) { // Another sink of this process.
        lock = null;
      } catch (IOException ignored) { // Some network drives have no locks.
        return null;
      }
      if (lock != null) {
        return lock;
      }
      pause();
    }
    throw Unwritable.file(file, new IOException("another program keeps it locked"));
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a lock");
    }
  }
}
