package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coupure.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long reads keep their end: words of made texts that are lost. */
class LongReadTest {
  private static final List<String> SUBJECTS =
      List.of(
          "The harbour master",
          "A widow from the north shore",
          "The council",
          "Her brother",
          "One of the divers",
          "The old ferryman",
          "A report of the ministry",
          "The teacher");

  private static final List<String> VERBS =
      List.of(
          "remembers",
          "had written in a letter",
          "would not say",
          "denied at first",
          "explained to the court",
          "learned only years later",
          "kept repeating",
          "is sure");

  private static final List<String> OBJECTS =
      List.of(
          "that the boats never came back from the bank", "who had paid for the second engine",
          "why the lamp on the mole was dark that night", "how much the insurers had offered",
          "that the winter of the great storm took eleven houses", "what the captain had ordered");

  private static List<String> paragraphs(int words) {
    Random random = new Random(words);
    List<String> paragraphs = new ArrayList<>();
    int count = 0;
    while (count < words) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 2 + random.nextInt(3); i++) {
        String sentence =
            "%s %s %s, %d years before the %s of %d. "
                .formatted(
                    SUBJECTS.get(random.nextInt(SUBJECTS.size())),
                    VERBS.get(random.nextInt(VERBS.size())),
                    OBJECTS.get(random.nextInt(OBJECTS.size())),
                    2 + random.nextInt(30),
                    i % 2 == 0 ? "flood" : "strike",
                    1900 + random.nextInt(100));
        text.append(sentence);
        count += sentence.split(" ").length;
      }
      paragraphs.add(text.toString().strip());
    }
    return paragraphs;
  }

  private static String page(List<String> paragraphs, String open, String close) {
    StringBuilder html = new StringBuilder("<title>The long road - The Post</title><body>");
    html.append("<header class='site-header'><nav><ul><li><a href='/n'>News</a></li><li>");
    html.append("<a href='/s'>Sport</a></li></ul></nav></header><main><article class='post'>");
    html.append("<h1>The long road</h1><div class='entry-content'>");
    paragraphs.forEach(text -> html.append(open).append(text).append(close));
    html.append("</div></article><aside class='related'><h2>Related</h2>");
    html.append("<article class='card'><a href='/r'><h3>A museum of nets opens</h3></a></article>");
    return html.append("</aside></main><footer><p>© The Post</p></footer>").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "10000, <p>, </p>",
    "25000, <p>, </p>",
    "10000, <div class='text-block'><p>, </p></div>"
  })
  void nothingIsLost(int words, String open, String close) {
    List<String> paragraphs = paragraphs(words);
    byte[] html = page(paragraphs, open, close).getBytes(StandardCharsets.UTF_8);

    String text = Clipper.create().clip(Page.builder("long.html", html).build()).article().text();

    assertThat(paragraphs).filteredOn(paragraph -> !text.contains(paragraph)).isEmpty();
    assertThat(text).doesNotContain("A museum of nets");
  }
}
