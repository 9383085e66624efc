package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.article.UsageReservation;
import org.coupure.batch.PageClock;
import org.coupure.memory.SiteMemory;
import org.coupure.rules.RuleBook;
import org.coupure.verdict.HiddenText;
import org.coupure.verdict.PrecisionRecall;
import org.coupure.verdict.VerdictSentences;

/** Makes the clipper that a command line asks for. */
final class Clippers {
  private Clippers() {}

  static Options balanceOptions() {
    return new Options()
        .addOption(
            OptionValues.flag("precision", "when in doubt leave it out: less junk, less text"))
        .addOption(OptionValues.flag("recall", "when in doubt keep it: more text, more junk"))
        .addOption(
            OptionValues.option(
                null,
                "hidden",
                "WHAT",
                "text that a browser would not show: auto (drop paragraphs that nothing opens, keep"
                    + " and mark sections that unfold), drop, flag (keep all, marked) or keep"));
  }

  private static PrecisionRecall balance(CommandLine words) throws UsageException {
    if (words.hasOption("precision") && words.hasOption("recall")) {
      throw new UsageException("--precision and --recall contradict each other.");
    }
    return words.hasOption("precision")
        ? PrecisionRecall.PRECISION
        : words.hasOption("recall") ? PrecisionRecall.RECALL : PrecisionRecall.EVEN;
  }

  private static HiddenText hidden(CommandLine words) throws UsageException {
    String value = words.getOptionValue("hidden", "auto");
    for (HiddenText policy : HiddenText.values()) {
      if (policy.name().toLowerCase(Locale.ROOT).equals(value)) {
        return policy;
      }
    }
    throw new UsageException("--hidden wants auto, drop, flag or keep, not \"" + value + "\".");
  }

  static Option leastExactOption() {
    return OptionValues.option(
        null,
        "min-exact",
        "CHANCE",
        "give no text of plain-text dumps that are exact with less than this chance, such as 0.8");
  }

  private static double leastExact(CommandLine words) throws UsageException {
    if (!words.hasOption("min-exact")) {
      return 0;
    }
    String value = words.getOptionValue("min-exact");
    try {
      double chance = Double.parseDouble(value);
      if (chance >= 0 && chance <= 1) {
        return chance;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageException("--min-exact wants a number from 0 to 1, not \"" + value + "\".");
  }

  static Option sentencesOption() {
    return OptionValues.option(
        null,
        "sentences",
        "LANG",
        "give reasons as sentences in this language: "
            + String.join(", ", VerdictSentences.LANGUAGES));
  }

  private static VerdictSentences sentences(String language) throws UsageException {
    if (!VerdictSentences.LANGUAGES.contains(language)) {
      throw new UsageException(
          "--sentences wants one of "
              + String.join(", ", VerdictSentences.LANGUAGES)
              + ", not \""
              + language
              + "\".");
    }
    return VerdictSentences.in(language);
  }

  static Option pageTimeOption() {
    return OptionValues.option(
        null,
        "page-time",
        "S",
        "most seconds to read or to clip a page; one that takes longer fails (default: "
            + PageClock.USUAL_LIMIT.toSeconds()
            + ")");
  }

  /** Returns what ends pages that take too long; to be closed. */
  static PageClock clock(CommandLine words) throws UsageException {
    long millis = OptionValues.millis(words, "page-time", PageClock.USUAL_LIMIT.toMillis());
    return new PageClock(Duration.ofMillis(millis));
  }

  static Option obeyOption() {
    return OptionValues.option(
        null,
        "obey",
        "LIST",
        "give no text of pages that reserve it: any of "
            + Arrays.stream(UsageReservation.values())
                .map(UsageReservation::code)
                .collect(Collectors.joining(", ")));
  }

  /** Returns the reservations of sites that are obeyed. */
  static Set<UsageReservation> wishes(CommandLine words) throws UsageException {
    if (!words.hasOption("obey")) {
      return Set.of();
    }
    try {
      return UsageReservation.parse(words.getOptionValue("obey"));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--obey: " + e.getMessage() + ".");
    }
  }

  /** Returns the rules that the command line asks for, which come before the bundled ones. */
  static RuleBook rules(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<Path> folders = RuleFolders.of(words, terminal.environment());
    return folders.isEmpty() ? RuleBook.bundled() : RuleFolders.open(folders);
  }

  /** Returns a clipper that explains in sentences, English ones unless told otherwise. */
  static Clipper explaining(CommandLine words, SiteMemory memory, RuleBook rules)
      throws UsageException {
    if (words.hasOption("raw") && words.hasOption("sentences")) {
      throw new UsageException("--raw and --sentences contradict each other.");
    }
    Clipper.Builder clipper = builder(words, true, memory, rules);
    if (!words.hasOption("raw") && !words.hasOption("sentences")) {
      clipper.sentences(VerdictSentences.in("en"));
    }
    return clipper.build();
  }

  static Clipper of(CommandLine words, boolean explain, SiteMemory memory, RuleBook rules)
      throws UsageException {
    return builder(words, explain, memory, rules).build();
  }

  private static Clipper.Builder builder(
      CommandLine words, boolean explain, SiteMemory memory, RuleBook rules) throws UsageException {
    Clipper.Builder clipper =
        Clipper.builder()
            .rules(rules)
            .explain(explain || words.hasOption("sentences"))
            .memory(memory)
            .obey(wishes(words))
            .balance(balance(words))
            .hidden(hidden(words))
            .leastExact(leastExact(words));
    if (words.hasOption("sentences")) {
      clipper.sentences(sentences(words.getOptionValue("sentences")));
    }
    return clipper;
  }
}
