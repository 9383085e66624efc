package org.coupure.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coupure.record.RecordShape;
import org.coupure.sink.CsvStyle.Formulas;
import org.coupure.sink.FileStyle.Naming;
import org.coupure.sink.FileStyle.Partition;
import org.coupure.sink.FileStyle.Rotation;
import org.jspecify.annotations.Nullable;

/**
 * How records look in an output, as far as a person may choose beside its format. Immutable.
 *
 * @param csv how tables are written
 * @param shape which keys records have as JSON
 * @param files how records are spread over files
 */
public record OutputStyle(CsvStyle csv, RecordShape shape, FileStyle files) {
  /** Nothing is chosen. */
  public static final OutputStyle PLAIN =
      new OutputStyle(CsvStyle.RFC_4180, RecordShape.WHOLE, FileStyle.PLAIN);

  /** The names of the choices, on the command line and in configurations alike. */
  public static final List<String> KEYS =
      List.of(
          "csv-guard",
          "csv-bom",
          "csv-delimiter",
          "fields",
          "rename",
          "profile",
          "name-by",
          "sidecar",
          "rotate",
          "partition-by");

  /**
   * Returns what was chosen.
   *
   * @param choices the text chosen for a key of {@link #KEYS}, lists joined by commas; null when
   *     nothing was
   * @throws IllegalArgumentException if a choice makes no sense; the message begins with its key
   *     and a colon
   */
  public static OutputStyle of(Function<String, @Nullable String> choices) {
    CsvStyle csv =
        new CsvStyle(
            choice(choices, "csv-guard", false, OutputStyle::yes)
                ? Formulas.GUARDED
                : Formulas.AS_WRITTEN,
            choice(choices, "csv-delimiter", ',', CsvStyle::delimiter),
            choice(choices, "csv-bom", false, OutputStyle::yes));
    FileStyle files =
        new FileStyle(
            choice(choices, "name-by", Naming.ID, Naming::parse),
            choice(choices, "sidecar", false, OutputStyle::yes),
            choice(choices, "rotate", Rotation.NEVER, Rotation::parse),
            choice(choices, "partition-by", Partition.NONE, Partition::parse));
    return new OutputStyle(csv, shape(choices), files);
  }

  private static RecordShape shape(Function<String, @Nullable String> choices) {
    boolean chosen = choices.apply("fields") != null || choices.apply("rename") != null;
    if (choices.apply("profile") != null) {
      if (chosen) {
        throw new IllegalArgumentException("profile: it has its own fields; leave out the others");
      }
      return choice(choices, "profile", RecordShape.WHOLE, RecordShape::ofProfile);
    }
    if (!chosen) {
      return RecordShape.WHOLE;
    }
    List<String> fields = choice(choices, "fields", List.of(), OutputStyle::list);
    Map<String, String> names = choice(choices, "rename", Map.of(), OutputStyle::names);
    return choice(
        key -> "",
        choices.apply("fields") == null ? "rename" : "fields",
        RecordShape.WHOLE,
        text -> RecordShape.of(fields, names));
  }

  private static <T> T choice(
      Function<String, @Nullable String> choices,
      String key,
      T otherwise,
      Function<String, T> read) {
    String text = choices.apply(key);
    try {
      return text == null ? otherwise : read.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static boolean yes(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> true;
      case "no", "false", "off" -> false;
      default -> throw new IllegalArgumentException("yes or no is wanted, not \"" + text + "\"");
    };
  }

  private static List<String> list(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).toList();
  }

  private static Map<String, String> names(String text) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String pair : list(text)) {
      int sign = pair.indexOf('=');
      if (sign <= 0) {
        throw new IllegalArgumentException("such as text=body is wanted, not \"" + pair + "\"");
      }
      names.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return names;
  }

  /**
   * Returns what of the choices has no meaning for a format.
   *
   * @param format null for a target that has its own
   */
  public Optional<String> mistake(@Nullable Format format) {
    if (shape != RecordShape.WHOLE && format != Format.JSONL && format != Format.JSON) {
      return Optional.of("fields, rename and profile shape JSON: use them with jsonl or json");
    }
    if (!files.rotation().equals(Rotation.NEVER) && format != Format.JSONL) {
      return Optional.of("rotate is for files of jsonl");
    }
    if (files.partition() != Partition.NONE && format != null) {
      return Optional.of("partition-by is for folders of Parquet");
    }
    boolean foldered = files.sidecar() || files.naming() != Naming.ID;
    if (foldered && (format == null || format == Format.JSONL || format == Format.CSV)) {
      return Optional.of("name-by and sidecar are for folders with a file a record");
    }
    return Optional.empty();
  }

  /** Returns this style with other tables. */
  public OutputStyle withCsv(CsvStyle other) {
    return new OutputStyle(other, shape, files);
  }
}
