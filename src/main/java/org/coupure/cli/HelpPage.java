package org.coupure.cli;

import org.apache.commons.cli.Option;

/** Sets a verb's help page: usage, options in two columns, examples, within 80 columns. */
final class HelpPage {
  private static final int COLUMNS = 80;

  /** Where the second column begins; what is longer on the left gets a line of its own. */
  private static final int SECOND = 26;

  private HelpPage() {}

  static String of(Verb verb) {
    Manual manual = verb.manual();
    StringBuilder page = new StringBuilder();
    page.append("Usage: coupure ").append(verb.name());
    if (!manual.usage().isEmpty()) {
      page.append(' ').append(manual.usage());
    }
    page.append("\n\n").append(manual.about());
    if (!verb.options().getOptions().isEmpty()) {
      page.append("\nOptions:\n");
      verb.options().getOptions().forEach(option -> append(page, option));
      append(page, "  -h, --help", "show this page");
    }
    page.append("\nExamples:\n").append(manual.examples().indent(2));
    if (!manual.notes().isEmpty()) {
      page.append('\n').append(manual.notes());
    }
    return page.toString();
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
