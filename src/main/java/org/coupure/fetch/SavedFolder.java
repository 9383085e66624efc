package org.coupure.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.coupure.article.Sha256;
import org.coupure.file.AtomicFile;
import org.coupure.page.Page;

/**
 * A folder of pages as they came, {@code <host>/<16 hex of the URL's hash>.html}, and an {@code
 * index.jsonl} that {@code coupure clean --manifest} reads. A page that is saved again replaces its
 * file at once and its line of the index when the folder is closed.
 */
final class SavedFolder implements PageStore {
  private static final String INDEX = "index.jsonl";

  private final Path folder;
  private final Path index;

  /** The index's lines by the file they speak of, in order. */
  private final Map<String, String> lines;

  private boolean superseded;

  private SavedFolder(Path folder, Path index, Map<String, String> lines) {
    this.folder = folder;
    this.index = index;
    this.lines = lines;
  }

  static SavedFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    sweep(folder);
    Path index = folder.resolve(INDEX);
    Map<String, String> lines = new LinkedHashMap<>();
    if (Files.exists(index)) {
      String text = Files.readString(index);
      text.lines().forEach(line -> lines.put(IndexLine.fileOf(line), line));
      if (!text.isEmpty() && !text.endsWith("\n")) {
        // A run that was killed left half a line, which must not spoil the next.
        Files.writeString(index, "\n", StandardOpenOption.APPEND);
      }
    }
    return new SavedFolder(folder, index, lines);
  }

  /** Removes what a run that was killed left half written, here and in the hosts' folders. */
  private static void sweep(Path folder) throws IOException {
    AtomicFile.sweep(folder);
    try (DirectoryStream<Path> hosts = Files.newDirectoryStream(folder, Files::isDirectory)) {
      hosts.forEach(AtomicFile::sweep);
    }
  }

  @Override
  public void saveListing(Fetched.Answered answered) {}

  @Override
  public synchronized void save(Fetched.Answered answered) throws IOException {
    Page page = answered.page();
    String url = Objects.requireNonNull(page.url(), "a fetched page has its address");
    String id = Sha256.of(url);
    String extension = PageTypes.bare(page.contentType()).equals("text/plain") ? "txt" : "html";
    String file = host(url) + "/" + id.substring(0, 16) + "." + extension;
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    AtomicFile.write(target, page.bytes());
    String line = IndexLine.of(id, url, file, answered);
    superseded |= lines.put(file, line) != null;
    Files.writeString(index, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes the index anew when some of its lines are out of date. */
  @Override
  public synchronized void close() throws IOException {
    if (superseded) {
      String all = String.join("\n", List.copyOf(lines.values())) + "\n";
      AtomicFile.write(index, all.getBytes(StandardCharsets.UTF_8));
      superseded = false;
    }
  }

  /** Returns the URL's host as a folder's name, which can't lead anywhere else. */
  static String host(String url) {
    return HttpUrl.get(url).host().replaceAll("[^a-z0-9.-]|^[.-]", "_");
  }
}
