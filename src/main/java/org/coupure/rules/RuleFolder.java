package org.coupure.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the rule files of a folder, and those beneath it, in the order of their names. */
final class RuleFolder {
  /** The largest of 1,343 files of ftr-site-config has 12 kB; rules learn their own tests, too. */
  static final int MAX_BYTES = 1 << 20;

  /** Checking so many files takes less than a tenth of a second; a person writes fewer. */
  static final int MANY = 200;

  private static final String TOO_LARGE = "larger than 1 MiB; a rule file is a few kilobytes";
  private static final String NOT_UTF_8 = "not UTF-8; save it in that charset";

  private final Path folder;
  private final List<String> messages = new ArrayList<>();

  RuleFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns what is wrong with the files read so far. */
  List<String> messages() {
    return messages;
  }

  /**
   * Returns the folder's rules, but for those with problems.
   *
   * @throws IOException if the folder or a file of it cannot be read
   */
  List<LazyRule> read() throws IOException {
    return read(files(), false);
  }

  /**
   * Returns the folder's rules; of more than {@link #MANY} files only what tells which pages they
   * are for is read, and mistakes in the rest are for the rule's first page to tell.
   *
   * @throws IOException if the folder or a file of it cannot be read
   */
  List<LazyRule> open() throws IOException {
    List<Path> files = files();
    return read(files, files.size() > MANY);
  }

  private List<LazyRule> read(List<Path> files, boolean later) throws IOException {
    List<LazyRule> entries = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = bytes(file);
      String text = bytes.length > MAX_BYTES ? null : decode(bytes);
      if (text != null && isCommentedOut(text)) {
        continue;
      }
      Problems problems = new Problems(name(file), text == null ? "" : text);
      LazyRule entry = text == null ? null : entry(text, later, problems);
      if (entry != null) {
        entries.add(entry);
      }
      if (text == null) {
        problems.add(1, 1, bytes.length > MAX_BYTES ? TOO_LARGE : NOT_UTF_8);
      }
      messages.addAll(problems.messages());
    }
    return entries;
  }

  private String name(Path file) {
    // A single file is as good as a folder with nothing else in it.
    return (file.equals(folder) ? file.getFileName() : folder.relativize(file))
        .toString()
        .replace('\\', '/');
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(RuleFolder::isRule).sorted().toList();
    }
  }

  private static boolean isRule(Path path) {
    String name = path.toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
  }

  private static @Nullable LazyRule entry(String text, boolean later, Problems problems) {
    RuleFile file = RuleFile.read(later ? RuleHead.of(text) : text, problems);
    if (file == null) {
      return null;
    }
    if (later) {
      return problems.isEmpty() ? LazyRule.unread(file, text) : null;
    }
    Rule rule = file.compile(problems);
    return problems.isEmpty() ? LazyRule.of(file, rule) : null;
  }

  /** Returns whether a file holds a comment and nothing else: a rule that is out of use. */
  private static boolean isCommentedOut(String text) {
    return !text.isBlank() && text.lines().map(String::strip).allMatch(RuleFolder::saysNothing);
  }

  private static boolean saysNothing(String line) {
    return line.isEmpty() || line.startsWith("#");
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static @Nullable String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException ignored) {
      // The caller says so, with the file's name.
      return null;
    }
  }
}
