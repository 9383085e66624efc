package org.coupure.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.coupure.sink.BrokenPipe;
import org.coupure.yaml.Nearest;

/** The entry point of the command line: only exits with what {@link #run} returns. */
public final class Main {
  private static final String MORE = "Run \"coupure help\" for what there is.";

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }

  /** Runs the command in {@code args} and returns its exit code; never exits or throws. */
  static int run(InputStream in, OutputStream out, PrintStream err, String... args) {
    return run(Terminal.piped(in, out, err), args);
  }

  static int run(Terminal terminal, String... args) {
    try {
      return dispatch(terminal, Arrays.asList(args));
    } catch (UsageException e) {
      terminal.err().println("coupure: " + e.getMessage());
      return FailOn.WRONG_USE;
    } catch (BrokenPipe e) {
      return FailOn.BROKEN_PIPE;
    } catch (UncheckedIOException e) {
      terminal.err().println("coupure: " + sentence(Objects.requireNonNull(e.getCause())));
      return FailOn.WRONG_USE;
    } catch (IOException e) {
      terminal.err().println("coupure: " + sentence(e));
      return FailOn.WRONG_USE;
    }
  }

  private static int dispatch(Terminal terminal, List<String> args)
      throws UsageException, IOException {
    if (args.isEmpty()) {
      terminal.err().print(HelpVerb.overview());
      return FailOn.WRONG_USE;
    }
    String name = alias(args.get(0));
    List<String> rest = args.subList(1, args.size());
    VerbGroup group = VerbGroup.called(name);
    if (group != null && !rest.isEmpty() && !rest.get(0).startsWith("-")) {
      return Invocation.of(group.named(rest.get(0)), rest.subList(1, rest.size())).run(terminal);
    }
    Verb verb = Verbs.find(name);
    if (verb == null) {
      throw new UsageException(unknown(name));
    }
    return Invocation.of(verb, rest).run(terminal);
  }

  private static String alias(String word) {
    return switch (word) {
      case "-h", "--help" -> "help";
      case "-V", "--version" -> "version";
      default -> word;
    };
  }

  private static String unknown(String word) {
    if (word.equals("-") || isFile(word)) {
      return "\"" + word + "\" is not a verb. To clean it: coupure clean " + quoted(word);
    }
    if (word.startsWith("http://") || word.startsWith("https://")) {
      return "\"" + word + "\" is not a verb. To fetch it: coupure fetch " + quoted(word);
    }
    if (word.startsWith("-")) {
      return "the verb comes first: coupure VERB [OPTION]... " + MORE;
    }
    String question = Nearest.question(word, Verbs.NAMES);
    return "there is no verb \"" + word + "\"." + (question.isEmpty() ? " " + MORE : question);
  }

  private static boolean isFile(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (InvalidPathException ignored) { // What can't be a path is no file.
      return false;
    }
  }

  /** Returns {@code word} quoted for a shell. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String sentence(IOException e) {
    String message = e.getMessage();
    if (e instanceof NoSuchFileException) {
      return message + ": there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return message + ": permission denied";
    }
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
