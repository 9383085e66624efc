package org.coupure.sink;

import java.util.regex.Pattern;
import org.coupure.article.Sha256;

/** File names that every file system takes, made of ids that may hold anything. */
final class FileName {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
  private static final Pattern UNSAFE_CHARACTER = Pattern.compile("[^A-Za-z0-9._-]");

  /** With a suffix and the mark of a part file well below the 255 bytes of common file systems. */
  private static final int LONGEST = 120;

  /** As many characters of a changed id as help a person to find it again. */
  private static final int READABLE = 60;

  private FileName() {}

  /**
   * Returns {@code id} itself where it can be a name, else its readable part and 16 hex digits of
   * its hash, so that two ids never share a name.
   */
  static String of(String id) {
    if (id.length() <= LONGEST && SAFE.matcher(id).matches()) {
      return id;
    }
    String readable = UNSAFE_CHARACTER.matcher(id).replaceAll("_");
    readable = readable.substring(0, Math.min(READABLE, readable.length()));
    return "_" + readable + "_" + Sha256.of(id).substring(0, ClippingNames.DIGITS);
  }
}
