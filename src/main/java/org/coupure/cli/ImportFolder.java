package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.coupure.rules.ftr.FtrRule;
import org.coupure.rules.ftr.SiteText;

/**
 * The folder for imported rules; rules that a person wrote are not overwritten. Used by one thread.
 */
final class ImportFolder {
  private final Path folder;
  private final Set<String> written = new HashSet<>();

  ImportFolder(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  boolean isEmpty() {
    return written.isEmpty();
  }

  /** Writes a rule; returns why it was not written, or an empty text. */
  String write(FtrRule rule) throws IOException {
    String yaml = rule.yaml();
    if (yaml == null) {
      return rule.why();
    }
    if (written.contains(rule.name())) {
      return "another file is for the same host";
    }
    Path file = folder.resolve(rule.name());
    if (Files.exists(file) && !isImported(file)) {
      return "there is a rule of your own, " + file;
    }
    Files.createDirectories(folder);
    Files.writeString(file, yaml, StandardCharsets.UTF_8);
    written.add(rule.name());
    return "";
  }

  /**
   * Comments out the part of an imported rule that is about the text; false when the rule is not of
   * this import.
   */
  boolean commentOut(String rule, String why) throws IOException {
    String name = rule + ".yaml";
    if (!written.contains(name)) {
      return false;
    }
    Path file = folder.resolve(name);
    String yaml = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, FtrRule.withoutText(yaml, why), StandardCharsets.UTF_8);
    return true;
  }

  private static boolean isImported(Path file) throws IOException {
    return SiteText.read(file).startsWith("# " + FtrRule.MARK);
  }
}
