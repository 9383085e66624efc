package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.stream.IntStream;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.coupure.record.RecordWriter;
import org.junit.jupiter.api.Test;

class ClipperTest {
  private static final String STORY =
      "<h1>A bridge falls</h1><article><p>The bridge over the river fell in the night, after three"
          + " days of rain that nobody had foreseen.</p><p>Nobody was hurt, the mayor said, and the"
          + " road is closed until spring.</p></article>";

  private static Clip clip(String html) {
    return Clipper.create().clip(Page.builder("page.html", html.getBytes(UTF_8)).build());
  }

  @Test
  void nestingBeyondTheLimitIsFlaggedAndItsTextRead() {
    Clip clip = clip("<div>".repeat(2000) + STORY);

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(clip.article().quality().flags()).containsExactly("nesting-cut");
    assertThat(clip.article().text()).contains("fell in the night");
  }

  @Test
  void nestingWithoutTextEndsInItsReason() {
    Clip clip = clip("<html>" + "<div>".repeat(2000));

    assertThat(clip.outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(clip.reason()).isEqualTo(Reason.TOO_DEEP);
  }

  @Test
  void keptHiddenTextIsFlagged() {
    Clip clip = clip("<div style='display:none'>" + STORY + "</div>");

    assertThat(clip.article().quality().flags()).containsExactly("hidden-text");
  }

  @Test
  void manyThreadsGiveTheSameBytes() {
    Clipper clipper = Clipper.create();
    Page page = Page.builder("page.html", STORY.getBytes(UTF_8)).build();
    RecordWriter writer = RecordWriter.compact();

    List<String> records =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> new String(writer.write(clipper.clip(page)), UTF_8))
            .distinct()
            .toList();

    assertThat(records).hasSize(1);
  }

  @Test
  void listenerHearsOfEveryPage() {
    StringBuilder heard = new StringBuilder();
    ClipListener listener =
        new ClipListener() {
          @Override
          public void finished(Page page, Clip clip) {
            heard.append(page.source()).append(' ').append(clip.outcome().code());
          }
        };

    Clipper.builder().listener(listener).build().clip(Page.builder("a", new byte[0]).build());

    assertThat(heard).hasToString("a empty");
  }

  @Test
  void nothingThatIsSetMayBeNull() {
    Clipper.Builder builder = Clipper.builder();

    assertThatNullPointerException().isThrownBy(() -> builder.limits(null)).withMessage("limits");
    assertThatNullPointerException().isThrownBy(() -> builder.rules(null)).withMessage("rules");
    assertThatNullPointerException().isThrownBy(() -> builder.balance(null)).withMessage("balance");
    assertThatNullPointerException()
        .isThrownBy(() -> builder.listener(null))
        .withMessage("listener");
    assertThatNullPointerException().isThrownBy(() -> builder.memory(null)).withMessage("memory");
    assertThatNullPointerException()
        .isThrownBy(() -> builder.build().clip((Page) null))
        .withMessage("page");
  }

  @Test
  void anInterruptIsLeftToTheCaller() {
    Thread.currentThread().interrupt();

    assertThat(clip(STORY).outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void partsOfALineThatWereCutWronglyAreJoined() {
    String first =
        "The baker let the oven go out for the first time in eleven years.Then he left. ";
    String text =
        first + "He went to the sea with his wife and both of their daughters for a week.";
    String dump =
        "The baker at the sea\n\n" + text + "\n\n" + text.replace("baker", "miller") + "\n";

    Page page = Page.builder("page.txt", dump.getBytes(UTF_8)).build();

    assertThat(Clipper.create().clip(page).article().text()).startsWith(text);
  }

  @Test
  void dumpsLessSurelyExactThanAskedForEndEmpty() {
    byte[] dump = "Home\n\nThe pier is open again\n\nIt was closed for a week.\n".getBytes(UTF_8);
    Page page = Page.builder("page.txt", dump).build();

    assertThat(Clipper.create().clip(page).outcome()).isEqualTo(Outcome.CLIPPED);
    Clip unsure = Clipper.builder().leastExact(0.999).build().clip(page);
    assertThat(unsure.outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(unsure.reason()).isEqualTo(Reason.UNSURE);
    assertThat(unsure.detail()).endsWith("1.00 was asked for");
  }
}
