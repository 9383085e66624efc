package org.coupure.sink.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/** Reads the Parquet files of a folder back. */
public final class ParquetIds {
  private ParquetIds() {}

  /** Returns the id of each record. */
  public static List<String> of(Path table) throws IOException {
    return rows(table).stream().map(row -> row.getString("id", 0)).toList();
  }

  /** Reads all parts. */
  static List<Group> rows(Path table) throws IOException {
    List<Group> rows = new ArrayList<>();
    for (Path part : parts(table)) {
      try (ParquetReader<Group> reader = new Reader(new LocalInputFile(part)).build()) {
        for (Group row = reader.read(); row != null; row = reader.read()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static final class Reader extends ParquetReader.Builder<Group> {
    Reader(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport() {
        @Override
        public ReadContext init(
            ParquetConfiguration configuration,
            Map<String, String> metadata,
            org.apache.parquet.schema.MessageType schema) {
          return new ReadContext(schema);
        }
      };
    }
  }

  static List<Path> parts(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      return files
          .filter(f -> f.getFileName().toString().matches("part-[0-9a-f]{16}[.]parquet"))
          .sorted()
          .toList();
    }
  }
}
