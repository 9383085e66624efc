package org.coupure.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Finds the files that a job reads and deals them out to tasks, the same way whatever the number of
 * cores, so that the same inputs give the same files of results.
 */
final class InputFiles {
  /** A task reads small files together up to this; a larger file has its own task. */
  private static final long TASK_BYTES = 32L << 20;

  private final Configuration hadoop;
  private final List<InputFile> files = new ArrayList<>();

  private InputFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Returns the files of {@code options} in order, a list for each task.
   *
   * @throws IOException if one is not there
   */
  static List<List<InputFile>> tasks(JobOptions options, Configuration hadoop) throws IOException {
    InputFiles found = new InputFiles(hadoop);
    for (String input : options.inputs()) {
      found.add(input);
    }
    for (String list : options.lists()) {
      found.addList(list, options.prefix());
    }
    return found.tasks();
  }

  private List<List<InputFile>> tasks() {
    List<List<InputFile>> tasks = new ArrayList<>();
    List<InputFile> task = new ArrayList<>();
    long bytes = 0;
    for (InputFile file : files) {
      if (!task.isEmpty() && bytes + file.bytes() > TASK_BYTES) {
        tasks.add(task);
        task = new ArrayList<>();
        bytes = 0;
      }
      task.add(file);
      bytes += file.bytes();
    }
    if (!task.isEmpty()) {
      tasks.add(task);
    }
    return tasks;
  }

  /** A crawl's list has as many lines as it has files, so they are not looked for, but opened. */
  private void addList(String list, String prefix) throws IOException {
    Path path = new Path(list);
    FileSystem system = path.getFileSystem(hadoop);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(system.open(path), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String name = prefix + line.strip();
          files.add(new InputFile(files.size(), name, name, TASK_BYTES, true));
        }
      }
    }
  }

  private void add(String input) throws IOException {
    Path path = new Path(input);
    FileSystem system = path.getFileSystem(hadoop);
    FileStatus[] found = system.globStatus(path);
    if (found == null || found.length == 0) {
      throw new IOException("no file or folder " + input);
    }
    for (FileStatus status : found) {
      if (status.isDirectory()) {
        addFolder(system, status.getPath());
      } else {
        put(status, true);
      }
    }
  }

  private void addFolder(FileSystem system, Path folder) throws IOException {
    List<FileStatus> inside = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
    while (all.hasNext()) {
      FileStatus status = all.next();
      if (!isHidden(folder, status.getPath())) {
        inside.add(status);
      }
    }
    inside.sort((a, b) -> a.getPath().toString().compareTo(b.getPath().toString()));
    inside.forEach(status -> put(status, false));
  }

  private static boolean isHidden(Path folder, Path file) {
    for (Path part = file; part != null && !part.equals(folder); part = part.getParent()) {
      if (part.getName().startsWith(".") || part.getName().endsWith("_files")) {
        return true;
      }
    }
    return false;
  }

  private void put(FileStatus status, boolean named) {
    String path = status.getPath().toString();
    String name = path.startsWith("file:") ? status.getPath().toUri().getPath() : path;
    files.add(new InputFile(files.size(), path, name, status.getLen(), named));
  }
}
