package org.coupure.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run away from a state; the system lets go of it when the process ends, however.
 */
public final class Lock implements Closeable {
  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /** Another run has the state. */
  public static final class Held extends IOException {
    private static final long serialVersionUID = 1;

    Held(Path state) {
      super(state + " is in use by another run; wait for it, or give this one a state of its own");
    }
  }

  static Lock of(Path state) throws IOException {
    Path folder = state.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path file = file(state);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    if (lock(channel) == null) {
      channel.close();
      throw new Held(state);
    }
    return new Lock(channel);
  }

  /** Returns whether any run had this state before, whatever became of it. */
  static boolean wasThere(Path state) {
    return Files.exists(file(state));
  }

  private static Path file(Path state) {
    return state.resolveSibling(state.getFileName() + ".lock");
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException withinThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
