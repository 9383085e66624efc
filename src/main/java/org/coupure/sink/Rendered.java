package org.coupure.sink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.coupure.article.Clip;
import org.coupure.sink.Sinks.Formulas;

/**
 * How a record looks in a file that grows.
 *
 * @param head what stands at the beginning of the file
 * @param between what stands before each record but the first
 * @param rendering the record itself
 */
record Rendered(String head, String between, Rendering rendering) {
  static Rendered of(Format format) {
    return switch (format) {
      case JSONL -> new Rendered("", "", clip -> line(RecordWriter.compact().write(clip)));
      case JSON -> new Rendered("", "", clip -> line(RecordWriter.pretty().write(clip)));
      case CLIPPINGS -> new Rendered("", "\f\n", PlainText::write);
      case MARKDOWN -> new Rendered("", "\n", Markdown::write);
      case CSV -> {
        CsvRows rows = new CsvRows(Formulas.AS_WRITTEN);
        yield new Rendered(rows.header(), "", rows);
      }
    };
  }

  byte[] record(Clip clip, boolean first) {
    byte[] before = (first ? head : between).getBytes(StandardCharsets.UTF_8);
    byte[] record = rendering.write(clip);
    byte[] all = Arrays.copyOf(before, before.length + record.length);
    System.arraycopy(record, 0, all, before.length, record.length);
    return all;
  }

  private static byte[] line(byte[] record) {
    byte[] line = Arrays.copyOf(record, record.length + 1);
    line[record.length] = '\n';
    return line;
  }
}
