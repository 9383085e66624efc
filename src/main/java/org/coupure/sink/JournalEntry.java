package org.coupure.sink;

import java.util.Objects;

/**
 * A write that is yet to be done, or to be done again: where, and what. Immutable, but for the
 * bytes, which are shared and must not be changed.
 */
public final class JournalEntry {
  private final String place;
  private final byte[] bytes;

  /**
   * Makes an entry.
   *
   * @param place an offset, a file's name, a key; only the sink that planned it can read it
   * @param bytes what will stand there
   */
  public JournalEntry(String place, byte[] bytes) {
    this.place = Objects.requireNonNull(place, "place");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
  }

  public String place() {
    return place;
  }

  /** Returns the bytes, which must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return "JournalEntry[" + place + ", " + bytes.length + " bytes]";
  }
}
