package org.coupure.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user: questions go to standard error, answers come from standard input, one line each.
 */
final class Question {
  /** Says what is wrong with an answer. */
  @FunctionalInterface
  interface Check {
    /** Returns a sentence, or null when nothing is wrong. */
    @Nullable String complaint(String answer);
  }

  private final BufferedReader answers;
  private final PrintStream questions;

  Question(Terminal terminal) {
    answers = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    questions = terminal.err();
  }

  /** Returns the answers up to an empty line or the end; a bad answer is asked for again. */
  List<String> many(String question, Check check) throws IOException {
    questions.println(question);
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String complaint = check.complaint(line);
      if (complaint == null) {
        lines.add(line);
      } else {
        questions.println(complaint);
      }
    }
    return lines;
  }

  /** Returns one answer, empty for none; a bad answer is asked for again. */
  String one(String question, Check check) throws IOException {
    questions.println(question);
    String line = line();
    for (String complaint = complaint(line, check);
        complaint != null;
        complaint = complaint(line, check)) {
      questions.println(complaint);
      line = line();
    }
    return line;
  }

  private static @Nullable String complaint(String line, Check check) {
    return line.isEmpty() ? null : check.complaint(line);
  }

  private String line() throws IOException {
    questions.print("> ");
    questions.flush();
    String line = answers.readLine();
    return line == null ? "" : line.strip();
  }
}
