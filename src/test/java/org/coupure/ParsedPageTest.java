package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.memory.MemoryBuilder;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParsedPageTest {
  private static final String TEXT =
      "<p>The council voted on Tuesday night to rebuild the old stone bridge, which has been closed"
          + " to cars since the flood of last winter, and to pay for a ferry until then.</p>";

  private final WorkCount work = new WorkCount();
  @TempDir private Path folder;

  /**
   * Returns a page whose rule holds the first of its paragraphs only, with a recurring last one.
   */
  private static Page page(int number) {
    String name = "Bridge of " + word(number);
    StringBuilder html = new StringBuilder("<!doctype html><title>" + name + "</title>");
    html.append("<article><h1>").append(name).append("</h1><div class=text>");
    html.append(TEXT.replace("old", word(number))).append("</div><div class=more>");
    for (int i = 0; i < 4; i++) {
      html.append(TEXT.replace("flood", word(number) + "'s flood of " + word(20 + i)));
    }
    html.append("</div><p>The Valley is published by the press of the valley, which holds all of");
    html.append(" the rights in what is printed here.</p></article>");
    return Page.builder(number + ".html", html.toString().getBytes(UTF_8))
        .url("https://valley.example/" + number)
        .build();
  }

  private static String word(int number) {
    return "r" + "ou".repeat(number % 5) + "m" + "ai".repeat(number / 5);
  }

  private Clipper.Builder ruled() throws IOException {
    Files.writeString(
        folder.resolve("valley.yaml"), "match: {hosts: valley.example}\ncontent: .text\n");
    return Clipper.builder().rules(RuleBook.load(List.of(folder))).listener(work);
  }

  @Test
  void oneParseAndOnePredictionServeRulesAndMemory() throws IOException {
    MemoryBuilder memory = new MemoryBuilder();
    for (int i = 0; i < 12; i++) {
      Clipper.create().sight(page(i)).ifPresent(memory::add);
    }

    Clip clip = ruled().memory(memory.snapshot()).explain(true).build().clip(page(3));

    assertThat(clip.article().quality().flags()).contains("rule-beaten");
    assertThat(clip.article().explanation().blocks())
        .extracting(block -> block.verdict().why())
        .contains("seen on 12 of 12 pages");
    assertThat(work.parses()).isEqualTo(1);
    assertThat(work.predictions()).isEqualTo(1);
  }

  @Test
  void severalClippersShareOneParseAndOnePrediction() throws IOException {
    Clipper ruled = ruled().build();
    Clipper generic = Clipper.builder().listener(work).build();
    ParsedPage parsed = ruled.read(page(1));

    Clip one = ruled.clip(parsed);
    Clip other = generic.clip(parsed);
    ruled.sight(parsed);

    assertThat(one).isEqualTo(ruled.clip(page(1)));
    assertThat(other).isEqualTo(Clipper.create().clip(page(1)));
    assertThat(work.parses()).isEqualTo(2);
    assertThat(work.predictions()).isEqualTo(2);
  }

  @Test
  void pageIsReadWithinTheLimitsOfItsClipper() {
    Clipper strict = Clipper.builder().limits(new Limits(10, 10, 10, 10)).build();

    ParsedPage parsed = strict.read(page(1));

    assertThat(parsed.document()).isNull();
    assertThat(strict.sight(parsed)).isEmpty();
    assertThat(Clipper.create().clip(parsed).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void pageThatCouldNotBeReadSaysWhy() {
    ParsedPage parsed = ParsedPage.unreadable(page(1), Reason.DEFECT, "it broke");

    Clip clip = Clipper.create().clip(parsed);

    assertThat(clip.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(clip.detail()).isEqualTo("it broke");
  }
}
