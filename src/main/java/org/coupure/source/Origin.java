package org.coupure.source;

/**
 * Where something to read stands.
 *
 * @param source for people and records: the path as the user gave it, then {@code !/} and the
 *     entry's path for each archive
 * @param name the path whose extension tells the format, without those of compressions
 * @param depth how many containers it stands in
 * @param named whether the user named it, so that it is read whatever it is called
 */
record Origin(String source, String name, int depth, boolean named) {

  static Origin of(String source, boolean named) {
    return new Origin(source, source, 0, named);
  }

  /** Returns where the bytes stand to which this one is unpacked. */
  Origin uncompressed() {
    return new Origin(source, FileNames.uncompressed(name), depth + 1, named);
  }

  /** Returns where the entry {@code path} of this archive stands. */
  Origin entry(String path) {
    return new Origin(source + "!/" + path, path, depth + 1, false);
  }

  /** Returns where the text with this number, from 1 on, of this file's several stands. */
  Origin part(int number) {
    return new Origin(source + "#" + number, name, depth, named);
  }
}
