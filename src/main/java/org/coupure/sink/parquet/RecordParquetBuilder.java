package org.coupure.sink.parquet;

import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import tools.jackson.databind.JsonNode;

/** Makes writers of records. */
final class RecordParquetBuilder extends ParquetWriter.Builder<JsonNode, RecordParquetBuilder> {
  RecordParquetBuilder(OutputFile file) {
    super(file);
  }

  @Override
  protected RecordParquetBuilder self() {
    return this;
  }

  @Override
  protected WriteSupport<JsonNode> getWriteSupport(ParquetConfiguration configuration) {
    return new RecordWriteSupport();
  }

  /** Quirk: the older of the two is abstract, and its type comes from Hadoop's stubs. */
  @SuppressWarnings("deprecation") // It is abstract all the same.
  @Override
  protected WriteSupport<JsonNode> getWriteSupport(
      org.apache.hadoop.conf.Configuration configuration) {
    return new RecordWriteSupport();
  }
}
