package org.coupure.cli;

import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Option;
import org.coupure.Clipper;

/** Writes a verb's help page as a manual page in the macros of {@code man}. */
final class ManPage {
  private ManPage() {}

  static String of(Verb verb) {
    Manual manual = verb.manual();
    String name = "coupure-" + verb.name().replace(' ', '-');
    StringBuilder page = head(name, firstSentence(manual.about()));
    page.append(".SH SYNOPSIS\n.B coupure ").append(text(verb.name())).append('\n');
    page.append(text(manual.usage())).append('\n');
    page.append(".SH DESCRIPTION\n");
    asItStands(page, manual.about());
    if (!verb.options().getOptions().isEmpty()) {
      page.append(".SH OPTIONS\n");
      verb.options().getOptions().forEach(option -> option(page, option));
    }
    page.append(".SH EXAMPLES\n");
    asItStands(page, manual.examples());
    if (!manual.notes().isEmpty()) {
      page.append(".SH NOTES\n");
      asItStands(page, manual.notes());
    }
    return page.append(".SH SEE ALSO\n.BR coupure (1)\n").toString();
  }

  /** Returns the page of the program itself. */
  static String overview(String overview, List<Verb> verbs) {
    StringBuilder page = head("coupure", "press clippings: pages in, clean article records out");
    page.append(".SH SYNOPSIS\n.B coupure\nVERB [OPTION]... [PATH|URL]...\n.SH DESCRIPTION\n");
    asItStands(page, overview.substring(overview.indexOf("Verbs:")));
    page.append(".SH SEE ALSO\n");
    for (Verb verb : verbs) {
      page.append(".BR ").append(text("coupure-" + verb.name().replace(' ', '-'))).append(" (1)\n");
    }
    return page.toString();
  }

  /** Returns the first sentence of what a verb does, in the way of a list. */
  static String firstSentence(String about) {
    String line = about.strip().replaceAll("\\s+", " ");
    int end = line.indexOf(". ");
    String first = end < 0 ? line.replaceAll("\\.$", "") : line.substring(0, end);
    return first.replaceAll("[;:].*", "");
  }

  private static StringBuilder head(String name, String what) {
    return new StringBuilder()
        .append(".TH ")
        .append(name.toUpperCase(Locale.ROOT))
        .append(" 1 \"\" \"coupure ")
        .append(Clipper.VERSION)
        .append("\"\n.SH NAME\n")
        .append(text(name))
        .append(" \\- ")
        .append(text(what))
        .append('\n');
  }

  private static void option(StringBuilder page, Option option) {
    page.append(".TP\n.B ");
    page.append(option.getOpt() == null ? "" : "\\-" + option.getOpt());
    if (option.getLongOpt() != null) {
      page.append(option.getOpt() == null ? "" : ", ");
      page.append(text("--" + option.getLongOpt()));
    }
    page.append(option.hasArg() ? " " + text(option.getArgName()) : "").append('\n');
    page.append(text(option.getDescription())).append('\n');
  }

  /** The lines are short and laid out by hand. */
  private static void asItStands(StringBuilder page, String lines) {
    page.append(".nf\n").append(text(lines.stripTrailing())).append("\n.fi\n");
  }

  private static String text(String words) {
    return words.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^(?=[.'])", "\\\\&");
  }
}
