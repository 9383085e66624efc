package org.coupure.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.coupure.sink.SinkProvider;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * Which programs and resources that Coupure can use this machine has.
 *
 * @param checks what was looked for
 */
record Environment(List<Check> checks) {
  /** With less memory than this the largest pages do not fit. */
  private static final long LEAST_MEMORY = 200L << 20;

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  /**
   * Something that was looked for.
   *
   * @param there whether it is there
   * @param needed whether every run needs it
   * @param said what it is, or what is missing without it and what to do
   */
  record Check(boolean there, boolean needed, String said) {}

  Environment {
    checks = List.copyOf(checks);
  }

  /** Runs the checks; {@code variables} are the process's environment variables. */
  static Environment of(Map<String, String> variables) {
    List<Check> checks = new ArrayList<>();
    checks.add(new Check(true, true, "Java " + Runtime.version()));
    checks.add(memory(Runtime.getRuntime().maxMemory()));
    checks.add(temporary(Path.of(System.getProperty("java.io.tmpdir", ""))));
    checks.add(fileNames(System.getProperty("sun.jnu.encoding", "")));
    checks.add(sqlite());
    checks.add(zstd());
    checks.add(browser(variables.get("PATH")));
    checks.add(targets());
    return new Environment(checks);
  }

  /** Returns whether everything is there that every run needs. */
  boolean suffices() {
    return checks.stream().allMatch(check -> check.there() || !check.needed());
  }

  /** Returns a line for each check. */
  String report() {
    StringBuilder report = new StringBuilder();
    for (Check check : checks) {
      report.append(check.there() ? "ok       " : "missing  ").append(check.said()).append('\n');
    }
    return report.toString();
  }

  static Check memory(long most) {
    String size = (most >> 20) + " MB of memory for Java";
    return most >= LEAST_MEMORY
        ? new Check(true, true, size)
        : new Check(
            false, true, "only " + size + ", too little for large pages: COUPURE_OPTS=-Xmx512m");
  }

  static Check temporary(Path folder) {
    return Files.isWritable(folder)
        ? new Check(true, true, "temporary files in " + folder)
        : new Check(
            false,
            true,
            "temporary files can't be written in "
                + folder
                + ", which --render and WACZ need: COUPURE_OPTS=-Djava.io.tmpdir=FOLDER");
  }

  static Check fileNames(String encoding) {
    return encoding.equalsIgnoreCase("UTF-8")
        ? new Check(true, false, "file names of all languages")
        : new Check(
            false,
            false,
            "file names are "
                + encoding
                + ", so those of other letters can't be read: LC_ALL=C.UTF-8");
  }

  private static Check sqlite() {
    try (Connection opened = JDBC.createConnection("jdbc:sqlite::memory:", new Properties())) {
      return new Check(opened.isValid(1), false, "SQLite, for the store, run and watch");
    } catch (SQLException | LinkageError e) {
      return new Check(
          false, false, "SQLite, which the store, run and watch need: " + e.getMessage());
    }
  }

  private static Check zstd() {
    try {
      Class.forName("com.github.luben.zstd.Zstd");
      return new Check(true, false, "zstd-jni, for files that end in .zst");
    } catch (ClassNotFoundException | LinkageError e) {
      return new Check(
          false,
          false,
          "zstd-jni, for files that end in .zst: put zstd-jni.jar (com.github.luben) into lib/");
    }
  }

  static Check browser(@Nullable String path) {
    for (String folder : path == null ? new String[0] : path.split(":", -1)) {
      for (String name : BROWSERS) {
        if (isProgram(folder, name)) {
          return new Check(true, false, "a browser for --render: " + folder + "/" + name);
        }
      }
    }
    return new Check(
        false, false, "a browser for --render, which shows pages that need scripts: chromium");
  }

  private static boolean isProgram(String folder, String name) {
    try {
      return Files.isExecutable(Path.of(folder, name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Check targets() {
    String names =
        ServiceLoader.load(SinkProvider.class).stream()
            .map(provider -> provider.get().names())
            .sorted()
            .collect(Collectors.joining(", "));
    return new Check(true, false, "targets beside files and folders: " + names);
  }
}
