package org.coupure.sink;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.article.Article;
import org.coupure.article.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Gives each record its name in a clippings folder, {@code NNN_<16 hex>.txt}: the name it has there
 * already, the whole name of the clipping it was made from, or the next free number and its id's
 * digits. Not thread-safe.
 */
final class ClippingNames {
  /** So many digits of a hash stand in a name. */
  static final int DIGITS = 16;

  private static final Pattern NAME = Pattern.compile("([0-9]{3,9})_([0-9a-f]{16})\\.txt");

  /** A clipping as it was read: at the end of a path, inside an archive, perhaps compressed. */
  private static final Pattern SOURCE =
      Pattern.compile("(?:^|.*[/\\\\!])([0-9]{3,9}_[0-9a-f]{16}\\.txt)(?:\\.gz)?", Pattern.DOTALL);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}(?:[0-9a-f]{48})?");

  private final Map<String, String> nameByDigits = new HashMap<>();
  private int next;

  private ClippingNames() {}

  /** Reads which clippings {@code folder} holds. */
  static ClippingNames of(Path folder) throws IOException {
    ClippingNames names = new ClippingNames();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.txt")) {
      for (Path file : files) {
        names.add(file.getFileName().toString());
      }
    }
    return names;
  }

  /** Returns the name of the clipping that {@code source} is, or null when it is none. */
  static @Nullable String sourceName(String source) {
    Matcher name = SOURCE.matcher(source);
    return name.matches() ? name.group(1) : null;
  }

  String nameFor(Article article) {
    String source = sourceName(article.provenance().source());
    if (source != null) {
      add(source);
      return source;
    }
    String digits = digits(article.id());
    String present = nameByDigits.get(digits);
    if (present != null) {
      return present;
    }
    String name = String.format(Locale.ROOT, "%03d_%s.txt", next, digits);
    add(name);
    return name;
  }

  /**
   * Where one record stands under two numbers, the lower one goes on, whatever the folder's order.
   */
  private void add(String name) {
    Matcher parts = NAME.matcher(name);
    if (parts.matches()) {
      next = Math.max(next, Integer.parseInt(parts.group(1)) + 1);
      nameByDigits.merge(parts.group(2), name, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  /** A hash gives its own digits; any other id, as short or as wild as a manifest's, is hashed. */
  private static String digits(String id) {
    return (HASH.matcher(id).matches() ? id : Sha256.of(id)).substring(0, DIGITS);
  }
}
