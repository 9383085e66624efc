package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A little site of our own, with a rule and stored pages, for the verbs about rules. */
final class ValleySite {
  static final String URL = "https://valley.example/bridge";

  static final String TEXT =
      "<p>The council voted on Tuesday night to rebuild the old stone bridge, which has been closed"
          + " to cars since the flood of last winter.</p><p>Work will begin in May and take two"
          + " years, said the member who is in charge of roads, and cost nine million.</p>"
          + "<p class=more>Our readers also asked about the pool, which opens again on Saturday after its roof"
          + " was repaired by a company from the capital in three weeks.</p>"
          + "<p>Shopkeepers on the far bank had asked for a ferry in the meantime, and a mason from"
          + " the next valley offered to look at the pillars, free of charge.</p>";

  static final String RULE =
      """
      match: {hosts: valley.example}
      content: .story-text
      remove: .more
      title: h1.headline
      expect: [content, title]
      strict: true
      tests:
        - page: tests/bridge.html
          url: https://valley.example/bridge
          contains: nine million
          lacks: Our readers
          title: Bridge to be rebuilt
      """;

  private ValleySite() {}

  static String page(String container) {
    return "<!doctype html><html lang=en><head><title>Bridge to be rebuilt | Valley</title></head>"
        + "<body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article>"
        + "<h1 class=headline>Bridge to be rebuilt</h1><div class="
        + container
        + ">"
        + TEXT
        + "</div></article><footer><p>All rights reserved</p></footer></body></html>";
  }

  /** Writes rule and page into {@code folder}. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("tests"));
    Files.writeString(folder.resolve("valley.yaml"), RULE);
    Files.writeString(folder.resolve("tests/bridge.html"), page("story-text"));
  }
}
