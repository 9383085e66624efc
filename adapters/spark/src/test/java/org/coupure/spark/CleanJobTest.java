package org.coupure.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.coupure.Clipper;
import org.coupure.record.RecordWriter;
import org.coupure.source.PageIterator;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanJobTest {
  private static final Path SITES = Path.of("../../fixtures/sites").toAbsolutePath().normalize();
  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void aFolderGivesTheRecordsOfTheCommandLine() throws IOException {
    List<Row> rows = run(SITES.toString());

    assertThat(records(rows)).isEqualTo(expected(SITES.toString())).hasSizeGreaterThan(4);
  }

  @Test
  void aWarcGivesTheRecordsOfTheCommandLineAndPartitionsByDayAndLanguage() throws IOException {
    Path warc = warc();

    List<Row> rows = run("--memory", "--clusters", warc.toString());

    assertThat(records(rows)).isEqualTo(expected(warc.toString()));
    assertThat(partitions()).anyMatch(name -> name.matches(".*day=20[0-9-]+/language=(fr|en)"));
    assertThat(spark.read().parquet(out() + "/outcomes").collectAsList())
        .anySatisfy(row -> assertThat(row.getString(0)).isEqualTo("www.oueme-live.example"));
    // The first page stands twice in the file, at two URLs.
    assertThat(spark.read().parquet(out() + "/clusters").collectAsList())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.getString(1)).isNotEmpty());
  }

  @Test
  void theSameInputsGiveTheSameRowsInTheSameOrder() throws IOException {
    Path warc = warc();
    List<Row> once = run(warc.toString());
    deleteOut();

    assertThat(run(warc.toString())).isEqualTo(once);
  }

  @Test
  void aBrokenFileIsARow() throws IOException {
    Path broken = Files.write(folder.resolve("a.warc.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});

    List<Row> rows = run(broken.toString());

    assertThat(rows).singleElement().satisfies(row -> assertThat(row.<String>getAs("outcome")).isEqualTo("failed"));
  }

  @Test
  void aTableOfPagesIsReadByItsColumns() throws IOException {
    Path page = pages().get(0);
    StructType schema =
        new StructType().add("content", DataTypes.BinaryType).add("page_url", DataTypes.StringType);
    String table = folder.resolve("table").toString();
    spark
        .createDataFrame(
            List.of(RowFactory.create(Files.readAllBytes(page), "https://a.example/1")), schema)
        .write()
        .parquet(table);

    List<Row> rows = run("--format", "parquet", "--columns", "html=content,url=page_url", table);

    assertThat(rows).singleElement().satisfies(row -> assertThat(row.<String>getAs("url")).isEqualTo("https://a.example/1"));
    assertThat(rows.get(0).<String>getAs("text")).hasSizeGreaterThan(500);
  }

  @Test
  void aPageIsClippedInSql() throws IOException {
    CoupureFunctions.register(spark);
    spark
        .createDataFrame(
            List.of(RowFactory.create(Files.readString(pages().get(0)), "https://a.example/1")),
            new StructType().add("html", DataTypes.StringType).add("url", DataTypes.StringType))
        .createOrReplaceTempView("pages");

    Row row = spark.sql("select a.title, a.quality.words, a.body[0].kind from (select coupure_clip(html, url) a from pages)").first();

    assertThat(row.getString(0)).isNotBlank();
    assertThat(row.getInt(1)).isGreaterThan(50);
    assertThat(row.getString(2)).isEqualTo("paragraph");
  }

  @Test
  void mistakesOfTheCommandLineAreSaid() {
    assertThatThrownBy(() -> JobOptions.parse("--out", "x", "--colums", "a", "y"))
        .hasMessageStartingWith("no option --colums\nUsage: spark-submit");
    assertThatThrownBy(() -> JobOptions.parse("--out", "x", "--columns", "text=a", "y"))
        .hasMessage(
            "--columns is like html=content,url=page_url; known are html, url, captured, id,"
                + " contentType, was text=a");
    assertThatThrownBy(() -> JobOptions.parse("x")).hasMessageStartingWith("--out and an input");
  }

  private List<Row> run(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("--out", out()));
    all.addAll(List.of(words));
    CleanJob.run(spark, JobOptions.parse(all.toArray(String[]::new)));
    return spark.read().parquet(out() + "/articles").orderBy("file", "entry").collectAsList();
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private void deleteOut() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(out()))) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private List<String> partitions() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(out()))) {
      return all.filter(Files::isDirectory).map(Path::toString).toList();
    }
  }

  private static List<String> records(List<Row> rows) {
    return rows.stream().<String>map(row -> row.getAs("record")).toList();
  }

  /** What the command line writes: the same source, read and clipped without Spark. */
  private static List<String> expected(String operand) {
    List<String> records = new ArrayList<>();
    Clipper clipper = Clipper.create();
    try (PageIterator pages =
        Sources.of(List.of(operand), InputStream.nullInputStream(), SourceOptions.of(Clipper.VERSION))
            .pull()) {
      pages.forEachRemaining(
          entry ->
              records.add(
                  new String(
                      RecordWriter.compact().write(entry.clip(clipper::clip)),
                      StandardCharsets.UTF_8)));
    }
    return records;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(SITES)) {
      return files.filter(file -> file.toString().endsWith("page.html")).sorted().toList();
    }
  }

  /** The pages of the fixtures as a crawler would have kept them, the first one twice. */
  private Path warc() throws IOException {
    TreeMap<String, Path> urls = new TreeMap<>();
    for (Path page : pages()) {
      urls.put("https://" + page.getParent().getParent().getFileName() + "/a", page);
    }
    urls.put("https://copy.example/a", urls.firstEntry().getValue());
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    for (String url : urls.keySet()) {
      byte[] page = Files.readAllBytes(urls.get(url));
      byte[] http =
          ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      warc.write(
          ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                  + url
                  + "\r\nWARC-Date: 2024-05-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:"
                  + new java.util.UUID(1, url.hashCode())
                  + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                  + (http.length + page.length)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      warc.write(http);
      warc.write(page);
      warc.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return Files.write(folder.resolve("crawl.warc"), warc.toByteArray());
  }
}
