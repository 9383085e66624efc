package org.coupure.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.rules.ftr.FtrRule;
import org.coupure.rules.ftr.ImportStatus;
import org.coupure.rules.ftr.Note;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of each line of the files of an import. Used by one thread. */
final class ImportReport {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Map<ImportStatus, Integer>> totals = new TreeMap<>();

  /**
   * A file.
   *
   * @param why it was not imported; empty when it was
   */
  private record Entry(FtrRule rule, String why) {}

  void add(FtrRule rule, String why) {
    entries.add(new Entry(rule, why));
    for (Note note : rule.notes()) {
      totals
          .computeIfAbsent(name(note), key -> new EnumMap<>(ImportStatus.class))
          .merge(note.fate(), 1, Integer::sum);
    }
  }

  /** Lines without a key are listed in the table too. */
  private static String name(Note note) {
    return note.key().isEmpty() ? "(no key)" : note.key();
  }

  private long imported() {
    return entries.stream().filter(entry -> entry.why.isEmpty()).count();
  }

  private long complete() {
    return entries.stream().filter(entry -> entry.why.isEmpty() && entry.rule.isComplete()).count();
  }

  int exitCode() {
    long imported = imported();
    return imported == 0
        ? FailOn.NO_RECORD
        : imported < entries.size() ? FailOn.SOME_FAILED : FailOn.OK;
  }

  /** Returns the files that lost something important, then the totals of each key. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      if (!entry.why.isEmpty()) {
        text.append(entry.rule.file()).append(": not imported: ").append(entry.why).append('\n');
      }
      for (Note note : entry.rule.notes()) {
        if (note.isExtraction() && note.fate() == ImportStatus.DROPPED) {
          text.append(line(entry.rule.file(), note)).append('\n');
        }
      }
    }
    String row = "%-28s %10s %12s %8s%n".replace("%n", "\n");
    text.append(text.isEmpty() ? "" : "\n");
    text.append(String.format(Locale.ROOT, row, "key", "translated", "no meaning", "dropped"));
    totals.forEach((key, counts) -> text.append(row(row, key, counts)));
    text.append('\n').append(FieldListing.counted(entries.size(), "file")).append(", ");
    text.append(Tally.grouped(imported())).append(" imported, ");
    text.append(Tally.grouped(complete())).append(" of them with every extraction line\n");
    return text.toString();
  }

  private static String line(String file, Note note) {
    return file + ":" + note.line() + ": " + note.key() + " dropped: " + note.why();
  }

  private static String row(String row, String key, Map<ImportStatus, Integer> counts) {
    return String.format(
        Locale.ROOT,
        row,
        key.length() <= 28 ? key : key.substring(0, 28),
        counts.getOrDefault(ImportStatus.TRANSLATED, 0),
        counts.getOrDefault(ImportStatus.MEANINGLESS, 0),
        counts.getOrDefault(ImportStatus.DROPPED, 0));
  }

  /** Returns every file with every line. */
  String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("files", entries.size());
    root.put("imported", imported());
    root.put("complete", complete());
    ObjectNode keys = root.putObject("keys");
    totals.forEach((key, counts) -> counts(keys.putObject(key), counts));
    ArrayNode list = root.putArray("sites");
    for (Entry entry : entries) {
      ObjectNode site = list.addObject();
      site.put("file", entry.rule.file());
      site.put("rule", entry.why.isEmpty() ? entry.rule.name() : null);
      site.put("why", entry.why);
      ArrayNode lines = site.putArray("lines");
      for (Note note : entry.rule.notes()) {
        ObjectNode line = lines.addObject();
        line.put("line", note.line());
        line.put("key", note.key());
        line.put("fate", name(note.fate()));
        line.put("why", note.why());
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void counts(ObjectNode node, Map<ImportStatus, Integer> counts) {
    counts.forEach((fate, count) -> node.put(name(fate), count));
  }

  private static String name(ImportStatus fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }
}
