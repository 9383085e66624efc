package org.coupure.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command that shows a page to a browser and prints what its scripts made of it, as words that
 * are handed to the system one by one, never to a shell. Immutable.
 *
 * <p>Within words, {@code {url}} stands for the page's URL, {@code {profile}} for an empty folder
 * that is deleted afterwards, {@code {user-agent}} for what the fetcher calls itself, and {@code
 * {host-rules}} for {@code MAP host URL} with the URL that the guard let pass, which is nothing
 * when a proxy looks names up.
 *
 * @param words the program, then its arguments; one of them holds {@code {url}}
 */
public record RenderCommand(List<String> words) {
  private static final String URL = "{url}";

  public RenderCommand {
    words = List.copyOf(words);
    if (words.isEmpty() || words.get(0).isBlank()) {
      throw new IllegalArgumentException("the command is empty; expected one such as " + example());
    }
    if (words.get(0).contains(URL)) {
      throw new IllegalArgumentException("the command begins with {url}, which is no program");
    }
    List<String> told = words.stream().filter(word -> word.contains(URL)).toList();
    if (told.isEmpty()) {
      throw new IllegalArgumentException(
          "the command does not say where the address goes; expected {url} in it, such as "
              + example());
    }
    for (String word : told) {
      // What a shell would read again may do anything: a URL may hold $(…) and semicolons.
      if (word.chars().anyMatch(Character::isWhitespace)) {
        throw new IllegalArgumentException(
            "{url} stands inside " + RequestedUrl.quote(word) + "; it must be a word of its own");
      }
    }
  }

  private static String example() {
    return "chromium --headless --dump-dom {url}";
  }

  /**
   * Splits a line as a shell does: at white space, with {@code '…'}, {@code "…"} and backslashes to
   * keep it together. Nothing else means anything.
   *
   * @throws IllegalArgumentException when a quote is not closed, or it is no such command
   */
  public static RenderCommand parse(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean more = i + 1 < line.length();
      if (c == '\\' && more && (quote == 0 || (quote == '"' && isEscaped(line.charAt(i + 1))))) {
        word.append(line.charAt(++i));
        begun = true;
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        begun = true;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
        begun = true;
      } else if (begun) {
        words.add(word.toString());
        word.setLength(0);
        begun = false;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("the quote " + quote + " is not closed in " + line);
    }
    if (begun) {
      words.add(word.toString());
    }
    return new RenderCommand(words);
  }

  private static boolean isEscaped(char c) {
    return c == '"' || c == '\\';
  }

  /** Returns the program's name, for messages. */
  String program() {
    return words.get(0);
  }

  /**
   * Returns the words with each placeholder replaced; what comes in is not looked at again.
   *
   * @param values by placeholder, braces included
   */
  List<String> filled(Map<String, String> values) {
    return words.stream().map(word -> filled(word, values)).toList();
  }

  private static String filled(String word, Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < word.length()) {
      int end = word.charAt(at) == '{' ? word.indexOf('}', at) + 1 : 0;
      String value = end > 0 ? values.get(word.substring(at, end)) : null;
      filled.append(value == null ? word.substring(at, at + 1) : value);
      at = value == null ? at + 1 : end;
    }
    return filled.toString();
  }
}
