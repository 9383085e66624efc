package org.coupure.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/** What the name of a file or of an archive's entry says; names are never trusted as paths. */
final class FileNames {
  private static final Pattern CLIPPING = Pattern.compile("\\d{3,}_([0-9a-f]{16})\\.txt");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "shtml", "txt", "text");
  private static final Set<String> COMPRESSED = Set.of("gz", "bz2", "xz", "zst");

  /** Endings of what stands beside pages in dumps and is clearly none. */
  private static final Set<String> NO_PAGES = WordLists.set("source/no-pages.txt");

  /** Texts that sites have for programs, not for readers. */
  private static final Set<String> FOR_ROBOTS = Set.of("robots.txt", "ads.txt", "app-ads.txt");

  private FileNames() {}

  /** Returns the last part of a path. */
  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the part behind the last dot, in lower case; empty when there is none. */
  static String extension(String path) {
    String name = last(path);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Returns {@code a.tar} for {@code a.tar.gz} and for {@code a.tgz}. */
  static String uncompressed(String name) {
    String extension = extension(name);
    String stem = name.substring(0, name.length() - extension.length());
    if (COMPRESSED.contains(extension)) {
      return stem.substring(0, stem.length() - 1);
    }
    return switch (extension) {
      case "tgz", "tbz2", "tbz", "txz", "tzst" -> stem + "tar";
      default -> name;
    };
  }

  /** Returns whether a file of that name is a WACZ file. */
  static boolean isWacz(String name) {
    return extension(name).equals("wacz");
  }

  /** Returns whether the extension promises HTML or text. */
  static boolean promisesPage(String name) {
    return PAGES.contains(extension(name));
  }

  /** Returns whether some part of {@code path} is hidden, or is what macOS adds to archives. */
  static boolean isHidden(String path) {
    for (String part : path.split("/", -1)) {
      if ((part.startsWith(".") && !part.equals(".")) || part.equals("__MACOSX")) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code path}, compressed or not, is clearly not a page nor holds any. */
  static boolean isNoPage(String path) {
    String plain = uncompressed(path);
    return NO_PAGES.contains(extension(plain)) || FOR_ROBOTS.contains(last(plain));
  }

  /** Returns what to call a file that is no page: its ending, or its name. */
  static String kind(String path) {
    String plain = uncompressed(path);
    return FOR_ROBOTS.contains(last(plain)) ? last(plain) : extension(plain);
  }

  /** Returns the path of an archive's entry with forward slashes, without control characters. */
  static String tidy(String path) {
    String slashed = path.replace('\\', '/');
    StringBuilder tidy = new StringBuilder(slashed.length());
    // A name goes to terminals and reports: an escape sequence in it must not.
    slashed
        .codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .forEach(tidy::appendCodePoint);
    return tidy.indexOf("./") == 0 ? tidy.substring(2) : tidy.toString();
  }

  /** Returns whether {@code path} leads, or could lead, out of the folder it stands in. */
  static boolean isUnsafe(String path) {
    String slashed = path.replace('\\', '/');
    if (slashed.startsWith("/") || DRIVE.matcher(slashed).matches() || slashed.indexOf('\0') >= 0) {
      return true;
    }
    for (String part : slashed.split("/", -1)) {
      if (part.equals("..")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the id in the name of a clipping, such as {@code 017_0123456789abcdef.txt}, or null.
   */
  static @Nullable String clippingId(String path) {
    Matcher clipping = CLIPPING.matcher(last(path));
    return clipping.matches() ? clipping.group(1) : null;
  }
}
