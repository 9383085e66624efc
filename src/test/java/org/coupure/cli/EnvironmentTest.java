package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.cli.Environment.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  @Test
  void theVerbSaysWhatIsThere() {
    Session session = Session.of("version", "--check-environment");

    assertThat(session.code()).isZero();
    assertThat(session.out())
        .contains("\nok       Java ")
        .contains("\nok       SQLite, for the store, run and watch\n")
        .contains("\nok       targets beside files and folders: ");
  }

  @Test
  void aBrowserIsLookedForOnThePath(@TempDir Path folder) throws IOException {
    Path browser = Files.writeString(folder.resolve("chromium"), "");

    assertThat(Environment.browser("/nowhere:" + folder).there()).isFalse();
    assertThat(browser.toFile().setExecutable(true)).isTrue();
    assertThat(Environment.browser("/nowhere:" + folder).said())
        .isEqualTo("a browser for --render: " + browser);
    assertThat(Environment.browser(null).there()).isFalse();
  }

  @Test
  void whatIsMissingIsSaidWithItsCure() {
    assertThat(Environment.memory(64L << 20).said())
        .isEqualTo(
            "only 64 MB of memory for Java, too little for large pages: COUPURE_OPTS=-Xmx512m");
    assertThat(Environment.fileNames("ANSI_X3.4-1968").said()).endsWith(": LC_ALL=C.UTF-8");
    assertThat(Environment.temporary(Path.of("/nowhere/at/all")).there()).isFalse();
  }

  @Test
  void onlyWhatEveryRunNeedsCounts() {
    Check spare = new Check(false, false, "a browser");
    Check needed = new Check(false, true, "memory");

    assertThat(new Environment(List.of(spare)).suffices()).isTrue();
    assertThat(new Environment(List.of(spare, needed)).suffices()).isFalse();
    assertThat(new Environment(List.of(spare)).report()).isEqualTo("missing  a browser\n");
  }
}
