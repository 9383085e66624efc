package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.TextSegmenter;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class LateJudgeTest {
  private static final BlockVerdicts HTML =
      new BlockVerdicts(HtmlSegmenter.segment(Jsoup.parse("<p>Le pont est fermé.</p>")));
  private static final BlockVerdicts TEXT =
      new BlockVerdicts(TextSegmenter.segment("Le pont est fermé."));

  private final AtomicInteger made = new AtomicInteger();
  private final List<BlockVerdicts> judged = new ArrayList<>();

  @Test
  void isNotMadeForPlainText() {
    new LateJudge(this::make).judge(TEXT);

    assertThat(made).hasValue(0);
  }

  @Test
  void isMadeOnce() {
    LateJudge judge = new LateJudge(this::make);

    judge.judge(HTML);
    judge.judge(List.of(HTML, HTML));

    assertThat(made).hasValue(1);
    assertThat(judged).containsExactly(HTML, HTML, HTML);
  }

  private Judge make() {
    made.incrementAndGet();
    return judged::add;
  }
}
