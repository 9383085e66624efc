package org.coupure.sink;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Duplicate;
import org.coupure.article.Headline;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.WebLocation;
import org.coupure.record.Clips;

/**
 * Measures an output: {@code java … org.coupure.sink.SinkThroughput OUT COUNT [PARAGRAPHS]} writes
 * so many made-up articles, by default of 40 paragraphs and 27 KB as JSON each, and prints records
 * a second, the CPU of the process while it wrote, and the most memory that it took.
 * docs/benchmarks.md has the figures.
 */
final class SinkThroughput {
  private static final int WORDS = 48;

  private final Random random = new Random(7);
  private final List<String> words = new ArrayList<>();

  private final int passages;

  private SinkThroughput(int passages) {
    this.passages = passages;
    for (int i = 0; i < 4000; i++) {
      StringBuilder word = new StringBuilder();
      for (int length = 2 + random.nextInt(8); length > 0; length--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words.add(word.toString());
    }
  }

  /** Frequent words are drawn more often, as in language. */
  private String sentence(int count) {
    StringBuilder text = new StringBuilder("N");
    for (int i = 0; i < count; i++) {
      double drawn = Math.pow(random.nextDouble(), 3) * words.size();
      text.append(' ').append(words.get((int) drawn));
    }
    return text.append('.').toString();
  }

  private Clip clip(int number) {
    List<Passage> body = new ArrayList<>();
    for (int i = 0; i < passages; i++) {
      body.add(Passage.paragraph(sentence(WORDS)));
    }
    String url = "https://site" + number % 50 + ".example/" + number;
    LocalDateTime day = LocalDate.of(2026, 1, 1).plusDays(number % 30).atTime(7, 30);
    Moment published = Moment.of(day.atOffset(ZoneOffset.ofHours(1)), Moment.Precision.MINUTE);
    String hash = String.format(Locale.ROOT, "%016x", number);
    Article article =
        Clips.article("id" + number, url)
            .headline(new Headline(sentence(9), null, sentence(20)))
            .dates(new Dates(published, null, Instant.parse("2026-02-01T00:00:00Z")))
            .place(new WebLocation(url, url, "Site", "Monde"))
            .language("fr")
            .body(body)
            .duplicate(new Duplicate(hash, hash, null, null))
            .build();
    return Clips.clipped(article);
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static String mostMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      return used / 1_000_000 + " MB of heap";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1000 + " MB")
        .findFirst()
        .orElse("?");
  }

  public static void main(String[] words) throws IOException {
    int count = Integer.parseInt(words[1]);
    SinkThroughput made = new SinkThroughput(words.length > 2 ? Integer.parseInt(words[2]) : 40);
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      clips.add(made.clip(i));
    }
    SinkOptions options =
        SinkOptions.of(System.out).withNotices(notice -> System.err.println(notice));
    long begin = System.nanoTime();
    long cpu = cpuNanos();
    try (ArticleSink sink = Sinks.open(null, words[0], options)) {
      for (int i = 0; i < count; i++) {
        Article article = clips.get(i % clips.size()).requireArticle().withId("id" + i);
        sink.accept(Clips.clipped(article));
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    System.err.printf(
        Locale.ROOT,
        "%s: %d records, %.0f a second, %.1f s, CPU %.1f s, %s%n",
        TargetUrl.masked(words[0]),
        count,
        count / seconds,
        seconds,
        cpuSeconds,
        mostMemory());
  }
}
