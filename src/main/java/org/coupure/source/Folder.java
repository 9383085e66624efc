package org.coupure.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks a folder in the order of its paths, by code unit and so the same everywhere, holding the
 * names of one folder at each level. Links are followed, but no folder is read twice. Used once, by
 * one thread.
 */
final class Folder {
  private final FileReading reading;
  private final String shown;
  private final @Nullable Glob glob;
  private final Set<Path> seen = new HashSet<>();
  private boolean matched;

  /**
   * @param shown what the user calls the folder, with its final slash; empty for the working folder
   * @param glob which of its files are wanted, all when null
   */
  Folder(FileReading reading, String shown, @Nullable Glob glob) {
    this.reading = reading;
    this.shown = shown;
    this.glob = glob;
  }

  /** Returns whether more is wanted. */
  boolean read() {
    return walk(Path.of(shown), "", glob == null);
  }

  /** Returns whether the pattern had a file or a folder, be it a page or not. */
  boolean matched() {
    return matched;
  }

  private boolean walk(Path folder, String inside, boolean wanted) {
    List<String> names;
    try {
      if (!seen.add(folder.toRealPath())) {
        return true;
      }
      names = names(folder);
    } catch (IOException e) {
      return reading.fail(shown + inside, FileReading.reason(e), FileReading.detail(folder, e));
    }
    for (String name : names) {
      if (!isPartOfPage(name, names) && !visit(folder, inside, name, wanted)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a browser saved the folder beside a page, with its frames and images. */
  private static boolean isPartOfPage(String name, List<String> names) {
    if (!name.endsWith("_files/")) {
      return false;
    }
    String page = name.substring(0, name.length() - "_files/".length());
    return names.contains(page + ".html") || names.contains(page + ".htm");
  }

  private boolean visit(Path folder, String inside, String name, boolean wanted) {
    if (FileNames.isHidden(name)) {
      return true;
    }
    if (name.endsWith("/")) {
      String below = inside + name;
      return walk(folder.resolve(name), below, wanted || matches(chop(below)));
    }
    if (!wanted && !matches(inside + name)) {
      return true;
    }
    Path file = folder.resolve(name);
    // A pipe or a device in a folder would be waited for; a link to nothing is told.
    boolean readable = Files.isRegularFile(file) || Files.notExists(file);
    if (readable && FileNames.isNoPage(name)) {
      reading.passOver(shown + inside + name);
      return true;
    }
    return !readable || reading.file(file, Origin.of(shown + inside + name, false));
  }

  private boolean matches(String path) {
    boolean matches = glob != null && glob.matches(path);
    matched |= matches;
    return matches;
  }

  private static String chop(String folder) {
    return folder.substring(0, folder.length() - 1);
  }

  /** Returns the sorted names, those of folders with the slash that their paths go on with. */
  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.add(entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }
}
