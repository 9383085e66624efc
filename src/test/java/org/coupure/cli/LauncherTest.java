package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher with a Java and a Maven of paper, in a checkout of paper. */
@Timeout(60)
class LauncherTest {
  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void makeCheckout() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher wants a POSIX shell");
    home = Files.createDirectories(folder.resolve("check out"));
    Files.copy(Path.of("coupure"), home.resolve("coupure"));
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    program("jdk/bin/java", "case $* in *Training*) exit ;; esac; printf '%s\\n' \"$@\"");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    program(
        "bin/mvn",
        "echo maven >> \"${0%/*}/../mvn.log\"; mkdir -p \"${3%/*}/target\"; : > \"${3%/*}/target/coupure.jar\"");
  }

  @Test
  void isPortableShell() throws Exception {
    assertThat(sh(Path.of("."), Map.of(), "-n", "coupure").said()).isEmpty();
  }

  @Test
  void buildsOnFirstUseAndSaysSo() throws Exception {
    Result first = launch("version");
    Result second = launch("version");

    assertThat(first.said())
        .contains("coupure: building, once (mvn package) ...\n")
        .contains("\norg.coupure.cli.Main\nversion\n");
    assertThat(second.said()).doesNotContain("building");
    assertThat(Files.readAllLines(folder.resolve("mvn.log"))).containsExactly("maven");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    launch("version");
    Path source = Files.writeString(home.resolve("src/main/A.java"), "class A {}");
    assertThat(source.toFile().setLastModified(System.currentTimeMillis() + 60_000)).isTrue();

    assertThat(launch("version").said()).contains("building");
  }

  @Test
  void runsBriefThingsWithTheQuickCompilerAndBatchesWithTheBetter() throws Exception {
    launch("version");

    assertThat(launch("clean", "a.html").said()).contains("-XX:TieredStopAtLevel=1");
    assertThat(launch("clean", "a.html", "--out", ".").said()).contains("-XX:TieredStopAtLevel=1");
    assertThat(launch("clean", ".").said()).contains("-XX:+UseParallelGC");
    assertThat(launch("clean", "a.zip").said()).contains("-XX:+UseParallelGC");
    assertThat(launch("clean", "--manifest", "a").said())
        .contains("-XX:+UseParallelGC", "-XX:Tier4InvocationThreshold=25000");
  }

  @Test
  void keepsWordsWithBlanksWhole() throws Exception {
    assertThat(launch("clean", "my page.html", "").said()).endsWith("\nclean\nmy page.html\n\n");
  }

  @Test
  void followsLinksFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("check out/coupure"));

    assertThat(sh(folder.resolve("bin"), Map.of(), link.toString(), "version").said())
        .contains(home.toRealPath() + "/target/coupure.jar\n");
  }

  @Test
  void passesJavaOptionsOn() throws Exception {
    assertThat(sh(home, Map.of("COUPURE_OPTS", "-Xmx1g -Da=b"), "coupure", "version").said())
        .contains("\n-Xmx1g\n-Da=b\n");
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

    Result result = launch("version");

    assertThat(result.said())
        .isEqualTo(
            "coupure: Java 17 or newer is needed, "
                + folder.resolve("jdk/bin/java")
                + " is 11.0.2; set JAVA_HOME to a newer one.\n");
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    assertThat(sh(home, Map.of("JAVA_HOME", "/no/java"), "coupure", "version").said())
        .isEqualTo("coupure: JAVA_HOME is /no/java, but there is no bin/java in it.\n");
  }

  @Test
  void saysThatMavenFailed() throws Exception {
    program("bin/mvn", "echo '[ERROR] no' >&2; exit 1");

    Result result = launch("version");

    assertThat(result.said())
        .endsWith("[ERROR] no\ncoupure: the build failed; what Maven says stands above.\n");
    assertThat(result.code()).isEqualTo(2);
    assertThat(home.resolve(".coupure-build")).doesNotExist();
  }

  @Test
  void buildsElsewhereWhenTheCheckoutCannotBeWritten() throws Exception {
    assertThat(home.toFile().setWritable(false)).isTrue();
    assumeTrue(!Files.isWritable(home), "root may write anywhere");

    Result first = launch("version");
    Result second = launch("version");

    assertThat(first.said()).contains("building").contains(folder.resolve("cache") + "/coupure/");
    assertThat(second.said()).doesNotContain("building").contains("/target/coupure.jar\n");
  }

  @Test
  void buildsOnceWhenSeveralStartAtTheSameTime() throws Exception {
    List<CompletableFuture<Result>> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(CompletableFuture.supplyAsync(() -> launchUnchecked("version")));
    }

    assertThat(runs).allSatisfy(run -> assertThat(run.join().code()).isZero());
    assertThat(Files.readAllLines(folder.resolve("mvn.log"))).containsExactly("maven");
  }

  @Test
  void removesTheLockOfABuildThatDied() throws Exception {
    Files.createDirectories(home.resolve(".coupure-build"));
    // No process has the largest number that Linux allows.
    Files.writeString(home.resolve(".coupure-build/pid"), "4194304\n");

    assertThat(launch("version").code()).isZero();
  }

  private Result launchUnchecked(String... words) {
    try {
      return launch(words);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Result launch(String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = "coupure";
    System.arraycopy(words, 0, all, 1, words.length);
    return sh(home, Map.of(), all);
  }

  private Result sh(Path where, Map<String, String> settings, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().putAll(settings);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), said);
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Result(int code, String said) {}
}
