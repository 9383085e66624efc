package org.coupure.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.coupure.Clipper;
import org.coupure.batch.PageClock;
import org.coupure.memory.MemoryBuilder;
import org.coupure.memory.PageFingerprint;
import org.coupure.source.PageIterator;

/**
 * Cleans the pages of a crawl: what {@code coupure clean} does, on as many machines as Spark has.
 * The same inputs give the same records, whatever the number of cores.
 */
public final class CleanJob {
  private final SparkSession spark;
  private final JobOptions options;

  private CleanJob(SparkSession spark, JobOptions options) {
    this.spark = spark;
    this.options = options;
  }

  /** Runs a job; its command line is in README.md. */
  public static void main(String[] words) throws IOException {
    JobOptions options;
    try {
      options = JobOptions.parse(words);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    SparkSession spark = SparkSession.builder().appName("coupure clean").getOrCreate();
    try {
      run(spark, options);
    } finally {
      spark.stop();
    }
  }

  /** Runs a job of {@code spark}. */
  static void run(SparkSession spark, JobOptions options) throws IOException {
    new CleanJob(spark, options).run();
  }

  private void run() throws IOException {
    JavaRDD<PlacedEntry> pages = pages();
    byte[] memory = options.memory() ? learn(pages) : new byte[0];
    String articles = options.out() + "/articles";
    write(clip(pages, memory), articles);
    Dataset<Row> written = spark.read().parquet(articles);
    written
        .groupBy("host", "outcome", "reason")
        .count()
        .orderBy("host", "outcome", "reason")
        .coalesce(1)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .parquet(options.out() + "/outcomes");
    if (options.clusters()) {
      NearDuplicates.clusters(spark, written)
          .coalesce(1)
          .write()
          .mode(SaveMode.ErrorIfExists)
          .parquet(options.out() + "/clusters");
    }
  }

  private JavaRDD<PlacedEntry> pages() throws IOException {
    if (!options.format().equals("files")) {
      Dataset<Row> table =
          spark.read().format(options.format()).load(options.inputs().toArray(String[]::new));
      TablePages rows = new TablePages(options.columns(), table.columns());
      return table.toJavaRDD().mapPartitionsWithIndex((part, in) -> rows.read(part, in), true);
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<InputFile>> tasks = InputFiles.tasks(options, context.hadoopConfiguration());
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    return context
        .parallelize(tasks, Math.max(1, tasks.size()))
        .mapPartitions(
            files -> {
              List<InputFile> all = stream(files).flatMap(List::stream).toList();
              FilePages read = new FilePages(all, hadoop.value().value());
              TaskContext.get().addTaskCompletionListener(closing(read));
              return read;
            });
  }

  /** The first pass: what recurs on each site, learned in the order of the pages. */
  private static byte[] learn(JavaRDD<PlacedEntry> pages) throws IOException {
    JavaRDD<PageFingerprint> seen =
        pages.flatMap(CleanJob::sight).persist(StorageLevel.DISK_ONLY());
    // In parallel first; taken one task after the other then.
    seen.count();
    MemoryBuilder memory = new MemoryBuilder();
    seen.toLocalIterator().forEachRemaining(memory::add);
    seen.unpersist();
    Path file = Files.createTempFile("coupure", ".memory");
    try {
      memory.save(file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static Iterator<PageFingerprint> sight(PlacedEntry entry) {
    try {
      return entry.content() instanceof PageIterator.Captured captured
          ? TaskClipper.of(new byte[0]).sight(captured.page()).stream().iterator()
          : Stream.<PageFingerprint>empty().iterator();
    } catch (RuntimeException | StackOverflowError ignored) {
      // A defect; the second pass meets it again and makes it the page's outcome.
      return Stream.<PageFingerprint>empty().iterator();
    }
  }

  private Dataset<Row> clip(JavaRDD<PlacedEntry> pages, byte[] memory) {
    JobOptions told = options;
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<byte[]> learned = context.broadcast(memory);
    JavaRDD<Row> rows =
        pages.mapPartitions(
            entries -> {
              Clipper clipper = TaskClipper.of(learned.value());
              PageClock clock = new PageClock(told.pageTime());
              TaskContext.get().addTaskCompletionListener(closing(clock));
              return stream(entries)
                  .map(
                      e ->
                          RecordRows.article(
                              e.content().clip(page -> clock.clip(page, clipper::clip)),
                              e.file(),
                              e.entry()))
                  .iterator();
            });
    return spark.createDataFrame(rows, RecordRows.articles());
  }

  /** One file a day and language, its rows in the order of the input. */
  private static void write(Dataset<Row> articles, String to) {
    articles
        .repartition(functions.col("day"), functions.col("language"))
        .sortWithinPartitions("day", "language", "file", "entry")
        .write()
        .mode(SaveMode.ErrorIfExists)
        .partitionBy("day", "language")
        .parquet(to);
  }

  private static org.apache.spark.util.TaskCompletionListener closing(AutoCloseable resource) {
    return context -> {
      try {
        resource.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    Iterable<T> all = () -> iterator;
    return StreamSupport.stream(all.spliterator(), false);
  }
}
