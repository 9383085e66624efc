package org.coupure.spark;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.coupure.page.Page;
import org.coupure.batch.DefectContainment;
import org.jspecify.annotations.Nullable;

/** Functions for SQL and data frames, also from Python. */
public final class CoupureFunctions {
  private CoupureFunctions() {}

  /**
   * Makes {@code coupure_clip(html, url)} known to {@code spark}. It returns the record as a struct
   * with the types of {@code coupure schema --for spark}; {@code html} is text or bytes, {@code
   * url} may be null; null for no page.
   */
  public static void register(SparkSession spark) {
    UDF2<@Nullable Object, @Nullable String, @Nullable Row> clip = CoupureFunctions::clip;
    spark.udf().register("coupure_clip", clip, RecordRows.RECORD);
  }

  private static @Nullable Row clip(@Nullable Object html, @Nullable String url) {
    byte[] bytes = TablePages.bytes(html);
    if (bytes == null) {
      return null;
    }
    Page page =
        Page.builder(url == null ? "row" : url, bytes)
            .url(url)
            .contentType(html instanceof String ? "text/html; charset=utf-8" : null)
            .build();
    return RecordRows.record(
        DefectContainment.contained(page, TaskClipper.of(new byte[0])::clip));
  }
}
