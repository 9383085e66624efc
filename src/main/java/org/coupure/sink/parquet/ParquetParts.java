package org.coupure.sink.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.coupure.sink.FileStyle.Partition;
import tools.jackson.databind.JsonNode;

/** The Parquet files of one pressing, one a partition, which appear when they are finished. */
final class ParquetParts implements Closeable {
  /** Held in memory until it is written; files of one row group are read fastest. */
  private static final long ROW_GROUP = 64L << 20;

  private final Path folder;
  private final String name;
  private final Partition partition;
  private final Map<Path, ParquetWriter<JsonNode>> writers = new LinkedHashMap<>();

  ParquetParts(Path folder, String name, Partition partition) {
    this.folder = folder;
    this.name = name;
    this.partition = partition;
  }

  void add(JsonNode record) throws IOException {
    String part = partition.folderOf(record);
    Path file = (part.isEmpty() ? folder : folder.resolve(part)).resolve(name);
    ParquetWriter<JsonNode> writer = writers.get(file);
    if (writer == null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      writer = writer(hidden(file));
      writers.put(file, writer);
    }
    writer.write(record);
  }

  private static Path hidden(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  private static ParquetWriter<JsonNode> writer(Path file) throws IOException {
    Files.deleteIfExists(file);
    return new RecordParquetBuilder(new LocalOutputFile(file))
        .withConf(new PlainParquetConfiguration())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withRowGroupSize(ROW_GROUP)
        .build();
  }

  void finish() throws IOException {
    for (Map.Entry<Path, ParquetWriter<JsonNode>> entry : writers.entrySet()) {
      entry.getValue().close();
      Path part = hidden(entry.getKey());
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          part,
          entry.getKey(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    writers.clear();
  }

  @Override
  public void close() throws IOException {
    for (Map.Entry<Path, ParquetWriter<JsonNode>> entry : writers.entrySet()) {
      entry.getValue().close();
      Files.deleteIfExists(hidden(entry.getKey()));
    }
  }
}
