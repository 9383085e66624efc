package org.coupure.sink.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.coupure.sink.RecordedInputs;

/** Reads which inputs have their records in the Parquet files of a folder. */
final class ParquetInputs {
  private static final String GROUP = "provenance";
  private static final String FIELD = "source";

  private ParquetInputs() {}

  static RecordedInputs of(Path folder) throws IOException {
    RecordedInputs inputs = new RecordedInputs();
    for (Path part : parts(folder)) {
      try (ParquetReader<Group> reader = new Reader(part).build()) {
        for (Group row = reader.read(); row != null; row = reader.read()) {
          inputs.add(source(row));
        }
      } catch (RuntimeException e) {
        throw new IOException(part + " can't be read: " + e.getMessage(), e);
      }
    }
    return inputs;
  }

  private static String source(Group row) {
    return row.getGroup(GROUP, 0).getString(FIELD, 0);
  }

  private static List<Path> parts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).matches("part-[0-9a-f]{16}[.]parquet"))
          .sorted()
          .toList();
    }
  }

  private static final class Reader extends ParquetReader.Builder<Group> {
    Reader(Path file) {
      super(new LocalInputFile(file), new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport() {
        @Override
        public ReadContext init(
            ParquetConfiguration configuration, Map<String, String> metadata, MessageType schema) {
          GroupType group = schema.getType(GROUP).asGroupType();
          return new ReadContext(
              new MessageType(schema.getName(), group.withNewFields(group.getType(FIELD))));
        }
      };
    }
  }
}
