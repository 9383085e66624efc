package org.coupure.fetch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that do as a browser does, or worse; a small shell script each. */
public final class FakeBrowser {
  private static final Path SHELL = Path.of("/bin/sh");

  private FakeBrowser() {}

  /** Returns the words that run {@code script}, with the URL as its first argument. */
  public static List<String> words(Path folder, String script, String... more) throws IOException {
    assumeTrue(Files.isExecutable(SHELL), "there is no " + SHELL + " to play the browser");
    Path file = Files.createTempFile(folder, "browser", ".sh");
    Files.write(file, script.getBytes(StandardCharsets.UTF_8));
    List<String> words = new ArrayList<>(List.of(SHELL.toString(), file.toString(), "{url}"));
    words.addAll(List.of(more));
    return words;
  }

  /** Returns the command of a real Chromium; skips the test where there is none. */
  public static String chromium() {
    for (String name : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser")) {
      if (Files.isExecutable(Path.of(name))) {
        // Within containers there is mostly neither a sandbox nor a large /dev/shm.
        return name
            + " --headless --no-sandbox --disable-gpu --disable-dev-shm-usage"
            + " --user-data-dir={profile} --user-agent='{user-agent}'"
            + " '--host-resolver-rules={host-rules},MAP * ~NOTFOUND' --dump-dom {url}";
      }
    }
    assumeTrue(false, "Chromium is not installed in /usr/bin, so nothing real was rendered");
    throw new AssertionError("skipped");
  }
}
