package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every output in a small file system of its own, which gets full or can be read only; needs the
 * right to mount one and is skipped without it.
 */
class FullDiskTest {
  private static final int PAGES = 30;

  @TempDir Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    Files.createDirectories(folder.resolve("pages"));
    Random random = new Random(3);
    for (int i = 0; i < PAGES; i++) {
      StringBuilder html =
          new StringBuilder("<html lang=\"en\"><title>Story " + i + "</title><article>");
      html.append("<h1>Story ").append(i).append("</h1>");
      for (int line = 0; line < 40; line++) {
        html.append("<p>The council met");
        for (int word = 0; word < 40; word++) {
          html.append(' ').append(Integer.toString(random.nextInt(1 << 24), 36));
        }
        html.append(".</p>");
      }
      Files.writeString(
          folder.resolve(String.format("pages/%02d.html", i)), html.append("</article></html>"));
    }
    disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        system("mount", "-t", "tmpfs", "-o", "size=100k", "none", disk.toString()),
        "skipped: no file system can be mounted");
  }

  @AfterEach
  void unmount() throws Exception {
    // Lazily: a Parquet file whose end could not be written stays open until it is collected.
    system("umount", "-l", disk.toString());
  }

  private static boolean system(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Session clean(String out, String... more) {
    List<String> words = new ArrayList<>(List.of("clean", folder.resolve("pages").toString()));
    words.addAll(List.of("--out", disk + "/" + out));
    words.addAll(List.of(more));
    return Session.of(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.jsonl",
        "a.jsonl.gz",
        "a.jsonl.zst",
        "b-{date}.jsonl",
        "clippings/",
        "a.md",
        "a.csv",
        "a.txt",
        "a.json",
        "a.tei.xml",
        "a.sqlite",
        "a.parquet/"
      })
  void saysSoAndGoesOnWhenThereIsRoom(String out) throws Exception {
    Session full = clean(out);

    assertThat(full.code()).isEqualTo(FailOn.WRONG_USE);
    assertThat(full.err())
        .contains(disk.toString())
        .containsPattern("No space left on device; free it|the disk is full; make room");

    assertThat(system("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
    Session resumed = clean(out, "--resume");
    assertThat(resumed.err()).contains("record", disk.toString());
    assertThat(resumed.code()).isZero();
    assertThat(titles(out)).isEqualTo(PAGES);
  }

  /** Returns how many records an output has, by a mark that each has once. */
  private int titles(String out) throws Exception {
    if (out.equals("a.sqlite")) {
      assertThat(Session.of("store", "export", "--store", disk + "/" + out).out())
          .hasLineCount(PAGES);
      return PAGES;
    }
    if (out.equals("clippings/")) {
      try (var files = Files.list(disk.resolve("clippings"))) {
        return (int) files.filter(file -> file.toString().endsWith(".txt")).count();
      }
    }
    // What a second run passes over is what is there, once for each record.
    if (out.contains(".jsonl") || out.equals("a.parquet/")) {
      Session again = clean(out, "--resume");
      assertThat(again.code()).isZero();
      return Integer.parseInt(again.err().replaceAll("(?s)passed over (\\d+) inputs.*", "$1"));
    }
    String text = Files.readString(disk.resolve(out), StandardCharsets.UTF_8);
    return (int)
        Pattern.compile("Story \\d+")
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .distinct()
            .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.jsonl",
        "a.jsonl.gz",
        "b-{date}.jsonl",
        "clippings/",
        "a.csv",
        "a.json",
        "a.sqlite",
        "a.parquet/"
      })
  void saysThatAFolderCanOnlyBeRead(String out) throws Exception {
    assertThat(system("mount", "-o", "remount,ro", disk.toString())).isTrue();

    Session refused = clean(out);

    assertThat(refused.code()).isEqualTo(FailOn.WRONG_USE);
    assertThat(refused.err())
        .hasLineCount(1)
        .contains(disk.toString())
        .containsPattern("Read-only file system; .*name another output|can't be written by this");
  }
}
