package org.coupure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** Declares options and reads their values. */
final class OptionValues {
  private OptionValues() {}

  /** Returns an option without a value and without a short name. */
  static Option flag(String name, String about) {
    return Option.builder().longOpt(name).desc(about).get();
  }

  /** Returns an option with a value. */
  static Option option(@Nullable String letter, String name, String value, String about) {
    Option.Builder option = letter == null ? Option.builder() : Option.builder(letter);
    return option.longOpt(name).hasArg().argName(value).desc(about).get();
  }

  /** Returns the value that the option names in small letters, or {@code otherwise} without it. */
  static <T extends Enum<T>> T oneOf(CommandLine words, String name, T[] values, T otherwise)
      throws UsageException {
    String word = words.getOptionValue(name);
    List<String> names = new ArrayList<>();
    for (T value : values) {
      names.add(value.name().toLowerCase(Locale.ROOT));
    }
    if (word == null) {
      return otherwise;
    }
    int at = names.indexOf(word);
    if (at < 0) {
      throw new UsageException(
          "--" + name + " wants one of " + String.join(", ", names) + ", not \"" + word + "\".");
    }
    return values[at];
  }

  /** Returns the option's whole number, or {@code otherwise} when it was not given. */
  static int whole(CommandLine words, String name, int least, int otherwise) throws UsageException {
    String value = words.getOptionValue(name);
    if (value == null) {
      return otherwise;
    }
    if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least) {
      return Integer.parseInt(value);
    }
    throw new UsageException(
        "--" + name + " wants a whole number of at least " + least + ", not \"" + value + "\".");
  }

  /** Returns the option's seconds in milliseconds, or {@code otherwise} when it was not given. */
  static long millis(CommandLine words, String name, long otherwise) throws UsageException {
    String value = words.getOptionValue(name);
    if (value == null) {
      return otherwise;
    }
    String number = value.endsWith("s") ? value.substring(0, value.length() - 1) : value;
    if (number.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
      return Math.round(Double.parseDouble(number) * 1000);
    }
    throw new UsageException(
        "--" + name + " wants seconds, such as 2 or 0.5, not \"" + value + "\".");
  }
}
