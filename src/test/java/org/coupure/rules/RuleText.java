package org.coupure.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads rules from bytes and tries them on a page, for tests of other packages. */
public final class RuleText {
  private static final String HTML =
      "<html><head><title>A bridge</title><script"
          + " type='application/ld+json'>{\"a\":[{\"b\":\"c\"}]}</script></head><body><div"
          + " class=story id=main><h1>A bridge</h1><p>"
          + "The river rises again. ".repeat(9)
          + "</p><ul><li><a href='/x'>One</a><li>Two</ul></div></body></html>";

  private RuleText() {}

  /** Reads {@code bytes} as the only rule of {@code folder} and, when it is one, applies it. */
  public static void judge(byte[] bytes, Path folder) throws IOException {
    Files.write(folder.resolve("rule.yaml"), bytes);
    if (RuleBook.mistakes(List.of(folder)).isEmpty()) {
      new JudgedPage(RuleBook.load(List.of(folder)), JudgedPage.URL, HTML).dropped();
    }
  }

  /** Returns the mistakes of a rule file with this text, none if it is a rule. */
  public static List<String> mistakes(String text, Path folder) throws IOException {
    Files.write(folder.resolve("rule.yaml"), text.getBytes(StandardCharsets.UTF_8));
    return RuleBook.mistakes(List.of(folder));
  }
}
