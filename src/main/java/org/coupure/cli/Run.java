package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.batch.DefectContainment;
import org.coupure.batch.JobSource;
import org.coupure.batch.ParallelRunner;
import org.coupure.batch.Runner;
import org.coupure.cli.Delivery.Records;
import org.coupure.cli.RunMessages.Detail;
import org.coupure.record.RecordShape;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.OutputStyle;
import org.coupure.sink.SinkOptions;
import org.coupure.watch.Subjects;

/** A run from inputs to an exit code, with the options that its verbs share. */
final class Run {
  /**
   * The options of {@code clean} and {@code fetch} that few users need; short help only names them.
   */
  static final Set<String> ADVANCED_OPTIONS =
      Stream.concat(
              OutputStyle.KEYS.stream(),
              Stream.of(
                  "sentences",
                  "obey",
                  "min-exact",
                  "hidden",
                  "page-time",
                  "dedup",
                  "copies",
                  "subjects",
                  "no-progress",
                  "color",
                  "user-agent",
                  "header",
                  "cookie-file",
                  "render-when",
                  "max-size"))
          .collect(Collectors.toUnmodifiableSet());

  private final Terminal terminal;
  private final Destination destination;
  private final OutputStyle style;
  private final boolean resume;
  private final Records records;
  private final Detail detail;
  private final KindFilter kinds;
  private final ArticleFilter filter;
  private final Subjects subjects;
  private final DeduplicatingSink.Wish wish;
  private final FailOn failOn;
  private final boolean progress;
  private final Palette palette;

  private Run(
      Terminal terminal,
      Destination destination,
      OutputStyle style,
      boolean resume,
      Records records,
      KindFilter kinds,
      ArticleFilter filter,
      Subjects subjects,
      DeduplicatingSink.Wish wish,
      Detail detail,
      FailOn failOn,
      boolean progress,
      Palette palette) {
    this.terminal = terminal;
    this.destination = destination;
    this.style = style;
    this.resume = resume;
    this.records = records;
    this.kinds = kinds;
    this.filter = filter;
    this.subjects = subjects;
    this.wish = wish;
    this.detail = detail;
    this.failOn = failOn;
    this.progress = progress;
    this.palette = palette;
  }

  static void addOutputOptions(Options options) {
    options
        .addOption(
            OptionValues.option(
                "o", "out", "PATH", "write to this file or folder; - is standard output"))
        .addOption(
            OptionValues.option(
                "f",
                "format",
                "FORMAT",
                "jsonl, json, txt, md, csv or tei; by default what PATH says: a folder gets txt, a file "
                    + "what its name ends in, standard output jsonl"))
        .addOption(OptionValues.flag("explain", "add to each record why it says what it says"))
        .addOption(OptionValues.option(null, "kinds", "LIST", KindFilter.ABOUT))
        .addOption(
            OptionValues.option(
                null,
                "subjects",
                "FILE",
                "say in each record which of the subjects of this configuration it matches, and by "
                    + "which words"))
        .addOption(OptionValues.flag("failures", "write records of pages without text as well"));
    ArticleFilter.addTo(options);
    DeduplicatingSink.addTo(options);
    StyleOptions.addTo(options);
  }

  static void addConductOptions(Options options) {
    options
        .addOption(
            OptionValues.option(
                null,
                "fail-on",
                "WHEN",
                "exit with 1 never (none), when any input gave no text (any), or when more than "
                    + "this share did (0.05, 5%)"))
        .addOption(Option.builder("q").longOpt("quiet").desc("say failures only").get())
        .addOption(Option.builder("v").longOpt("verbose").desc("say something on each page").get())
        .addOption(OptionValues.flag("no-progress", "show no progress line on a terminal"))
        .addOption(Palette.option());
  }

  /**
   * Reads the options.
   *
   * @param keepAll whether every input gets a record
   * @param single whether there is exactly one input
   */
  static Run of(CommandLine words, Terminal terminal, boolean keepAll, boolean single)
      throws UsageException {
    if (words.hasOption("quiet") && words.hasOption("verbose")) {
      throw new UsageException("-q and -v contradict each other.");
    }
    Detail detail =
        words.hasOption("quiet")
            ? Detail.QUIET
            : words.hasOption("verbose") ? Detail.EVERYTHING : Detail.NORMAL;
    Destination destination =
        Destination.of(
            words.getOptionValue("out"), words.getOptionValue("format"), terminal, single);
    OutputStyle style = style(words, destination);
    return new Run(
        terminal,
        destination,
        style,
        words.hasOption("resume"),
        keepAll || words.hasOption("failures") ? Records.ALL : Records.WITH_TEXT,
        words.hasOption("kinds") ? KindFilter.parse(words.getOptionValue("kinds")) : KindFilter.ALL,
        ArticleFilter.of(words),
        subjects(words),
        DeduplicatingSink.Wish.of(words),
        detail,
        words.hasOption("fail-on")
            ? FailOn.parse(words.getOptionValue("fail-on"))
            : FailOn.FAILURES,
        terminal.errShown() && detail != Detail.QUIET && !words.hasOption("no-progress"),
        Palette.of(
            words.getOptionValue("color", "auto"), terminal.errShown(), terminal.environment()));
  }

  private static Subjects subjects(CommandLine words) throws UsageException {
    if (!words.hasOption("subjects")) {
      return Subjects.NONE;
    }
    String file = words.getOptionValue("subjects");
    try {
      return Subjects.load(Path.of(file));
    } catch (IllegalArgumentException e) {
      throw new UsageException("the subjects have mistakes.\n" + e.getMessage(), false);
    } catch (IOException e) {
      throw new UsageException(file + " can't be read.", false);
    }
  }

  private static OutputStyle style(CommandLine words, Destination destination)
      throws UsageException {
    OutputStyle style = StyleOptions.of(words);
    Optional<String> mistake = style.mistake(destination.format());
    if (mistake.isPresent()) {
      throw new UsageException(mistake.get() + ".");
    }
    if (words.hasOption("resume") && style.shape() != RecordShape.WHOLE) {
      throw new UsageException(
          "--resume looks for whole records, so leave out --fields, --rename and --profile.");
    }
    return style;
  }

  /**
   * Counts the jobs of a run; called only where the number is shown, because it may read a file.
   */
  interface Total {
    /** Returns how many there are, 0 when it is not known. */
    long count() throws IOException;
  }

  /** Returns a runner of {@code workers} threads. */
  static Runner<Clip> parallel(int workers) {
    return new ParallelRunner<>(
        workers,
        Clock.systemUTC(),
        defect -> Clip.failed("input", Reason.DEFECT, DefectContainment.sentence(defect)));
  }

  /**
   * Writes the results of {@code jobs} to the destination and returns the exit code.
   *
   * @param total says how many jobs there are, 0 when it is not known
   */
  int carry(Runner<Clip> runner, JobSource<Clip> jobs, Total total) throws IOException {
    return carryOn(runner, recorded -> jobs, total);
  }

  /**
   * Writes the results of jobs to the destination and returns the exit code.
   *
   * @param jobs makes the jobs of a test that tells which inputs have their record already
   * @param total says how many jobs there are, 0 when it is not known
   */
  int carryOn(Runner<Clip> runner, Function<Predicate<String>, JobSource<Clip>> jobs, Total total)
      throws IOException {
    LongAdder recorded = new LongAdder();
    try (Interruption interruption = Interruption.of(runner::stop)) {
      // Inputs with a record are skipped, so a resumed run does not know how many are left.
      long expected = progress && !resume ? total.count() : 0;
      Progress shown = new Progress(terminal.err(), progress, expected);
      Delivery delivery;
      RunMessages messages = new RunMessages(terminal.err(), shown, detail, palette);
      SinkOptions options =
          SinkOptions.of(terminal.out()).withStyle(style).withNotices(messages::notice);
      try (ArticleSink sink = wish.before(destination.open(options))) {
        delivery = new Delivery(sink, records, kinds, filter, subjects, messages);
        Predicate<String> there = resume ? sink.recorded() : source -> false;
        runner.run(jobs.apply(source -> counted(there.test(source), recorded)), delivery);
      } finally {
        shown.clear();
      }
      // A resumed run whose records all exist has nothing to do and is a success.
      boolean complete = delivery.tally().all() == 0 && recorded.sum() > 0;
      if (!complete || interruption.happened()) {
        delivery.summarise(interruption.happened());
      }
      return complete ? FailOn.OK : failOn.exitCode(delivery.tally(), delivery.refused());
    }
  }

  private static boolean counted(boolean there, LongAdder recorded) {
    if (there) {
      recorded.increment();
    }
    return there;
  }
}
