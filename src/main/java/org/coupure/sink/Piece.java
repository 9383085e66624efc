package org.coupure.sink;

import java.util.Objects;

/**
 * A write that is yet to be done, or to be done again: where, and what. Immutable, but for the
 * bytes, which are shared and must not be changed.
 *
 * @param place an offset, a file's name, a key; only the sink that planned it can read it
 * @param bytes what will stand there
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed through, never compared
public record Piece(String place, byte[] bytes) {
  public Piece {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(bytes, "bytes");
  }

  @Override
  public String toString() {
    return "Piece[" + place + ", " + bytes.length + " bytes]";
  }
}
