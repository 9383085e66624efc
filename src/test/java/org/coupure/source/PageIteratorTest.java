package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

class PageIteratorTest {
  @Test
  void givesPagesAndFailuresInTheSourcesOrder() {
    PageSource source =
        consumer -> {
          consumer.page(page("a"));
          consumer.failed(Clip.failed("b", Reason.UNREADABLE, "torn"));
          consumer.page(page("c"));
        };
    List<String> seen = new ArrayList<>();

    try (PageIterator pages = source.pull()) {
      pages.forEachRemaining(
          entry ->
              seen.add(entry.clip(page -> Clip.failed(page.source(), Reason.NONE, "")).input()));
      assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    }

    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void closingEndsTheReading() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicInteger read = new AtomicInteger();
    PageSource endless =
        consumer -> {
          while (consumer.page(page("p" + read.incrementAndGet()))) {}
          ended.countDown();
        };

    try (PageIterator pages = endless.pull()) {
      assertThat(((PageIterator.Captured) pages.next()).page().source()).isEqualTo("p1");
    }

    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(read.get()).isLessThan(2 * PageIterator.AHEAD + 3);
  }

  @Test
  void aSourceThatCannotBeReadIsSaid() {
    PageSource torn =
        consumer -> {
          throw new IOException("the list x is a folder, not a file");
        };

    try (PageIterator pages = torn.pull()) {
      assertThatThrownBy(pages::hasNext)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("the list x is a folder, not a file");
    }
  }

  @Test
  void aStreamHasTheNameItIsGiven() {
    byte[] line =
        "{\"url\":\"https://a.example/1\",\"html\":\"<p>x\"}\n".getBytes(StandardCharsets.UTF_8);
    SourceOptions options = SourceOptions.of("0").withName("s3://crawl/a.jsonl");

    try (PageIterator pages =
        Sources.of(List.of("-"), new ByteArrayInputStream(line), options).pull()) {
      assertThat(((PageIterator.Captured) pages.next()).page().source())
          .startsWith("s3://crawl/a.jsonl");
    }
  }

  @Test
  void aPictureInAFolderOfSomewhereElseIsPassedOver() {
    SourceOptions options = SourceOptions.of("0");

    assertThat(Sources.inFolder(stream("<p>a"), options.withName("s3://a/b.jpg")).pull())
        .isExhausted();
    assertThat(Sources.inFolder(stream("<p>a"), options.withName("s3://a/b.html")).pull())
        .hasNext();
    assertThatThrownBy(() -> Sources.inFolder(stream(""), options))
        .hasMessage("a file in a folder has a name: SourceOptions.withName");
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Page page(String source) {
    return Page.builder(source, new byte[] {'x'}).build();
  }
}
