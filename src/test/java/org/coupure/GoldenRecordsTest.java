package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coupure.article.Clip;
import org.coupure.article.Sha256;
import org.coupure.page.Page;
import org.coupure.record.RecordWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a record says does not change unless somebody wants it to: the records of all fixtures, of
 * the pages in many languages and of generated pages are the same bytes as those in {@code
 * golden-records.txt}. Who means a change copies {@code target/golden-records.txt} over it and says
 * in the commit what changed and why.
 */
class GoldenRecordsTest {
  private static final int GENERATED = 200;
  private static final List<String> FOLDERS =
      List.of("fixtures/sites", "fixtures/themes", "src/test/resources/org/coupure/languages");
  private static final Path GOLDEN = Path.of("src/test/resources/golden-records.txt");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path NOW = Path.of("target/golden-records.txt");

  @Test
  void recordsStayTheSameBytes() throws IOException {
    List<String> records = new ArrayList<>();
    Clipper clipper = Clipper.create();
    for (Page page : pages()) {
      records.add(record(clipper.clip(page)));
    }
    Files.createDirectories(NOW.getParent());
    Files.write(NOW, records);

    List<String> golden = Files.exists(GOLDEN) ? Files.readAllLines(GOLDEN) : List.of();
    assertThat(records).hasSameSizeAs(golden);
    for (int i = 0; i < records.size(); i++) {
      assertThat(records.get(i)).as("line %d of %s", i + 1, GOLDEN).isEqualTo(golden.get(i));
    }
  }

  private static List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(GoldenRecordsTest::isPage).sorted().toList()) {
          String name = file.toString().replace('\\', '/');
          pages.add(Page.builder(name, Files.readAllBytes(file)).build());
        }
      }
    }
    for (int i = 0; i < GENERATED; i++) {
      pages.add(GeneratedPages.page(i));
    }
    return pages;
  }

  private static boolean isPage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".txt");
  }

  /**
   * Returns the hash of the record and, to read, the record without its text, whose passages the
   * body has. The version stands in every record and is no news.
   */
  private static String record(Clip clip) {
    String line = new String(RecordWriter.compact().write(clip), UTF_8).strip();
    line = line.replace("\"version\":\"" + Clipper.VERSION + "\"", "\"version\":\"\"");
    ObjectNode readable = (ObjectNode) JSON.readTree(line);
    readable.remove("text");
    return Sha256.of(line).substring(0, 16) + " " + readable;
  }
}
