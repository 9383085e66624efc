package org.coupure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.coupure.page.DecodedText;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Microseconds a page for the parse alone (our decode included) and for the whole clip, on the same
 * pages in one run, by the clock and ({@code cpuMicros}) in the thread's processor time. {@code
 * -Dpages=DIR} names the folder of pages ({@code .html}, {@code .html.gz}); the fixtures unless
 * set. {@code -Dstep=N} takes every Nth page.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
public class ClipBenchmark {
  /** An invocation runs over this many pages, so that the score is per page. */
  private static final int PAGES = 200;

  private final List<Page> pages = new ArrayList<>();
  private final PageReader reader = new PageReader(Limits.DEFAULT);
  private Clipper clipper;

  @Setup
  public void load() throws IOException {
    Path folder = Path.of(System.getProperty("pages", "fixtures/sites"));
    int step = Integer.getInteger("step", 1);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(f -> f.toString().matches(".*\\.html(\\.gz)?")).sorted().toList();
    }
    for (int i = 0; pages.size() < PAGES; i = (i + step) % files.size()) {
      pages.add(
          Page.builder(files.get(i).toString(), bytes(files.get(i)))
              .url("https://www.example.org/2025/10/16/a-page")
              .build());
    }
    clipper = Clipper.create();
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return plain.readAllBytes();
    }
  }

  /** What the field's other tools are measured by: the whole page decoded, and jsoup's parse. */
  @Benchmark
  @OperationsPerInvocation(PAGES)
  public void parse(Blackhole hole, Cpu cpu) {
    cpu.start();
    for (Page page : pages) {
      hole.consume(Jsoup.parse(DecodedText.of(page)));
    }
    cpu.stop();
  }

  /** The first step of a clip, with all its checks. */
  @Benchmark
  @OperationsPerInvocation(PAGES)
  public void read(Blackhole hole, Cpu cpu) {
    cpu.start();
    for (Page page : pages) {
      hole.consume(reader.read(page));
    }
    cpu.stop();
  }

  @Benchmark
  @OperationsPerInvocation(PAGES)
  public void clip(Blackhole hole, Cpu cpu) {
    cpu.start();
    for (Page page : pages) {
      hole.consume(clipper.clip(page));
    }
    cpu.stop();
  }

  /**
   * Each page parsed and clipped in turn, so that both meet the same moods of the machine: the
   * ratio of the two counters is the figure to compare.
   */
  @Benchmark
  @OperationsPerInvocation(PAGES)
  public void parseThenClip(Blackhole hole, Shares shares) {
    for (Page page : pages) {
      shares.parses.start();
      hole.consume(Jsoup.parse(DecodedText.of(page)));
      shares.parses.stop(1);
      shares.clips.start();
      hole.consume(clipper.clip(page));
      shares.clips.stop(1);
    }
  }

  /** What jsoup alone costs from a String, decoded by the platform, without charset rules. */
  @Benchmark
  @OperationsPerInvocation(PAGES)
  public void jsoupOnly(Blackhole hole, Cpu cpu) {
    cpu.start();
    for (Page page : pages) {
      hole.consume(Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8)));
    }
    cpu.stop();
  }

  /** Counts the processor time of the parses and of the clips, by page; JMH adds iterations up. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Shares {
    private final Lap parses = new Lap();
    private final Lap clips = new Lap();

    @Setup(Level.Iteration)
    public void reset() {
      parses.reset();
      clips.reset();
    }

    public double parseMicros() {
      return parses.micros();
    }

    public double clipMicros() {
      return clips.micros();
    }
  }

  /** Counts processor time, because the clock also counts the machine's other work. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cpu {
    private final Lap lap = new Lap();

    @Setup(Level.Iteration)
    public void reset() {
      lap.reset();
    }

    void start() {
      lap.start();
    }

    void stop() {
      lap.stop(PAGES);
    }

    /** Microseconds of the thread's processor time a page. */
    public double cpuMicros() {
      return lap.micros();
    }
  }

  /** The thread's processor time for some pages. */
  private static final class Lap {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long started;
    private long nanos;
    private long pages;

    private void reset() {
      nanos = 0;
      pages = 0;
    }

    private void start() {
      started = threads.getCurrentThreadCpuTime();
    }

    private void stop(int more) {
      nanos += threads.getCurrentThreadCpuTime() - started;
      pages += more;
    }

    private double micros() {
      return nanos / 1e3 / pages;
    }
  }
}
