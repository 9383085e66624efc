package org.coupure.sink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.coupure.article.Clip;
import org.coupure.record.RecordShape;
import org.coupure.record.RecordWriter;

/**
 * How records look in one file or stream.
 *
 * @param head what stands at the beginning
 * @param between what stands before each record but the first
 * @param tail what stands at the end
 * @param rendering the record itself
 */
record Rendered(String head, String between, String tail, RecordBytes rendering) {
  static Rendered of(Format format, SinkOptions options) {
    RecordShape shape = options.style().shape();
    return switch (format) {
      case JSONL -> new Rendered("", "", "", lines(RecordWriter.compact().shaped(shape)));
      case JSON ->
          options.journaled()
              ? new Rendered("", "", "", lines(RecordWriter.pretty().shaped(shape)))
              : new Rendered("[\n", ",\n", "\n]\n", RecordWriter.pretty().shaped(shape)::write);
      case CLIPPINGS -> new Rendered("", "\f\n", "", PlainText::write);
      case MARKDOWN -> new Rendered("", "\n", "", Markdown::write);
      case TEI ->
          new Rendered(TeiDocument.CORPUS_HEAD, "", TeiDocument.CORPUS_TAIL, TeiDocument::part);
      case CSV -> {
        CsvRows rows = new CsvRows(options.style().csv(), options.notices());
        yield new Rendered(rows.header(), "", "", rows);
      }
    };
  }

  /** Returns the bytes of a record that has a file of its own. */
  static RecordBytes alone(Format format, OutputStyle style) {
    return switch (format) {
      case JSON -> lines(RecordWriter.pretty().shaped(style.shape()));
      case MARKDOWN -> Markdown::write;
      case CLIPPINGS -> PlainText::write;
      case TEI -> TeiDocument::alone;
      case JSONL, CSV -> throw new IllegalArgumentException(format + " goes to one file");
    };
  }

  /** One write a record, so that a reader never sees half of one for long. */
  byte[] record(Clip clip, boolean first) {
    return record(clip, first ? head : between);
  }

  byte[] record(Clip clip, String front) {
    byte[] before = front.getBytes(StandardCharsets.UTF_8);
    byte[] record = rendering.write(clip);
    byte[] all = Arrays.copyOf(before, before.length + record.length);
    System.arraycopy(record, 0, all, before.length, record.length);
    return all;
  }

  private static RecordBytes lines(RecordWriter writer) {
    return clip -> withLineBreak(writer.write(clip));
  }

  private static byte[] withLineBreak(byte[] record) {
    byte[] line = Arrays.copyOf(record, record.length + 1);
    line[record.length] = '\n';
    return line;
  }
}
