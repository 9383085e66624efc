package org.coupure.cli;

import static java.util.stream.Collectors.joining;

import java.util.function.Predicate;
import org.apache.commons.cli.Option;

/** Formats a verb's help page within 80 columns: usage, options in two columns, examples. */
final class HelpPage {
  private static final int COLUMNS = 80;

  /** Where the second column begins; a longer option gets a line of its own. */
  private static final int SECOND = 26;

  private HelpPage() {}

  /** Returns the page that fits on a screen: advanced options are only named. */
  static String of(Verb verb) {
    return of(verb, option -> !verb.advancedOptions().contains(option.getLongOpt()));
  }

  /** Returns the page that explains all options. */
  static String complete(Verb verb) {
    return of(verb, option -> true);
  }

  private static String of(Verb verb, Predicate<Option> explained) {
    Manual manual = verb.manual();
    StringBuilder page = new StringBuilder();
    page.append("Usage: coupure ").append(verb.name());
    if (!manual.usage().isEmpty()) {
      page.append(' ').append(manual.usage());
    }
    page.append("\n\n").append(manual.about());
    if (!verb.options().getOptions().isEmpty()) {
      page.append("\nOptions:\n");
      verb.options().getOptions().stream()
          .filter(explained)
          .forEach(option -> append(page, option));
      append(page, "  -h, --help", "show this page");
      page.append(more(verb, explained));
    }
    page.append("\nExamples:\n").append(manual.examples().indent(2));
    if (!manual.notes().isEmpty()) {
      page.append('\n').append(manual.notes());
    }
    return page.toString();
  }

  private static String more(Verb verb, Predicate<Option> explained) {
    String names =
        verb.options().getOptions().stream()
            .filter(explained.negate())
            .map(Option::getLongOpt)
            .collect(joining(", "));
    return names.isEmpty()
        ? ""
        : Wrapping.wrap(
                "More, explained by \"coupure help " + verb.name() + " --all\": " + names + ".",
                COLUMNS,
                "  ")
            + "\n";
  }

  private static void append(StringBuilder page, Option option) {
    StringBuilder left = new StringBuilder("  ");
    if (option.getOpt() != null) {
      left.append('-').append(option.getOpt());
      left.append(option.getLongOpt() == null ? "" : ", ");
    } else {
      left.append("    ");
    }
    if (option.getLongOpt() != null) {
      left.append("--").append(option.getLongOpt());
    }
    if (option.hasArg()) {
      left.append(' ').append(option.getArgName());
    }
    append(page, left.toString(), option.getDescription());
  }

  private static void append(StringBuilder page, String left, String right) {
    page.append(left);
    if (left.length() > SECOND - 2) {
      page.append('\n').append(" ".repeat(SECOND));
    } else {
      page.append(" ".repeat(SECOND - left.length()));
    }
    page.append(Wrapping.wrap(right, COLUMNS - SECOND, " ".repeat(SECOND))).append('\n');
  }
}
