package org.coupure.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.AlreadySelectedException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.coupure.yaml.Nearest;

/**
 * A verb with the words after it. Immutable.
 *
 * @param verb what to do
 * @param words the options and operands
 */
record Invocation(Verb verb, List<String> words) {
  static Invocation of(Verb verb, List<String> words) {
    return new Invocation(verb, List.copyOf(words));
  }

  /** Parses the words and does what they say; {@code --help} anywhere shows the help page. */
  int run(Terminal terminal) throws UsageException, IOException {
    if (asksForHelp()) {
      terminal.print(HelpPage.of(verb));
      return FailOn.OK;
    }
    CommandLine line = parse();
    try {
      return verb.run(line, terminal);
    } catch (UsageException e) {
      String message = String.valueOf(e.getMessage());
      throw new UsageException(e.help() ? more(message) : message);
    }
  }

  private boolean asksForHelp() {
    for (String word : words) {
      if (word.equals("--")) {
        return false;
      }
      if (word.equals("-h") || word.equals("--help")) {
        return true;
      }
    }
    return false;
  }

  private CommandLine parse() throws UsageException {
    DefaultParser parser = DefaultParser.builder().setAllowPartialMatching(false).get();
    try {
      return parser.parse(verb.options(), words.toArray(new String[0]));
    } catch (UnrecognizedOptionException e) {
      throw new UsageException(unknown(e.getOption()));
    } catch (MissingArgumentException e) {
      Option option = e.getOption();
      throw new UsageException(
          more(
              shown(option)
                  + " needs a value: "
                  + shown(option)
                  + " "
                  + option.getArgName()
                  + "."));
    } catch (AlreadySelectedException e) {
      throw new UsageException(more(shown(e.getOption()) + " was given twice."));
    } catch (ParseException e) {
      throw new UsageException(more(e.getMessage() + "."));
    }
  }

  private String unknown(String word) {
    int equals = word.indexOf('=');
    String option = equals < 0 ? word : word.substring(0, equals);
    String question = Nearest.question(option, names(verb.options()));
    return more("unknown option " + option + "." + question);
  }

  private static List<String> names(Options options) {
    List<String> names = new ArrayList<>();
    for (Option option : options.getOptions()) {
      names.add(shown(option));
    }
    return names;
  }

  private static String shown(Option option) {
    return option.getLongOpt() == null ? "-" + option.getOpt() : "--" + option.getLongOpt();
  }

  private String more(String message) {
    return message + " Run \"coupure help " + verb.name() + "\" for its options.";
  }
}
