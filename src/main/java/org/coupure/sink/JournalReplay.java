package org.coupure.sink;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a journal's writes at the end of a file: which stand there, and where half of one begins.
 * Another program may have appended lines between them.
 */
final class JournalReplay {
  private final byte[] region;
  private final boolean lines;
  private final List<Integer> found = new ArrayList<>();
  private int cursor;

  /**
   * Reads the end of a file.
   *
   * @param region the bytes from where the journal's first write was planned
   * @param lines whether records begin at the beginning of a line, as in files that are text
   */
  JournalReplay(byte[] region, boolean lines) {
    this.region = region;
    this.lines = lines;
  }

  /** Returns where in the region each write stands, in order, as far as they do. */
  List<Integer> find(List<JournalEntry> journal) {
    for (JournalEntry entry : journal) {
      int at = indexOf(entry.bytes());
      if (at < 0) {
        break;
      }
      found.add(at);
      cursor = at + entry.bytes().length;
    }
    return List.copyOf(found);
  }

  /** Returns where half of {@code next} begins at the region's end; its length when none does. */
  int half(JournalEntry next) {
    for (int at = cursor; at < region.length; at++) {
      if (mayBegin(at) && matches(next.bytes(), at, region.length - at)) {
        return at;
      }
    }
    return region.length;
  }

  private int indexOf(byte[] bytes) {
    for (int at = cursor; at + bytes.length <= region.length; at++) {
      if (mayBegin(at) && matches(bytes, at, bytes.length)) {
        return at;
      }
    }
    return -1;
  }

  private boolean mayBegin(int at) {
    return at == cursor || !lines || region[at - 1] == '\n';
  }

  private boolean matches(byte[] bytes, int at, int length) {
    if (length > bytes.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (region[at + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
