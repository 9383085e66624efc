package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Provenance;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderWhenTest {
  @ParameterizedTest
  @CsvSource({
    // when, outcome, reason, path, script, ruled, asks
    "EMPTY, EMPTY, NO_TEXT, none, true, false, true",
    "EMPTY, EMPTY, NO_TEXT, none, false, false, false",
    "EMPTY, EMPTY, ERROR_PAGE, none, true, false, false",
    "EMPTY, CLIPPED, NONE, some-text, true, false, true",
    "EMPTY, CLIPPED, NONE, generic, true, false, false",
    "EMPTY, CLIPPED, NONE, generic, false, true, true",
    "RULE, EMPTY, NO_TEXT, none, true, false, false",
    "RULE, CLIPPED, NONE, generic, false, true, true",
    "ALWAYS, CLIPPED, NONE, generic, false, false, true",
    "ALWAYS, BLOCKED, CHALLENGE, none, true, true, false",
    "ALWAYS, FAILED, BINARY, none, true, true, false",
  })
  void asksForABrowser(
      RenderWhen when,
      Outcome outcome,
      Reason reason,
      String path,
      boolean script,
      boolean ruled,
      boolean asks) {
    Article article =
        Article.builder("id", new Provenance("a", null, null, null, "1"))
            .quality(new Quality(0.5, 1, path, List.of()))
            .build();
    String html = script ? "<p>x</p><SCRIPT src=a.js></SCRIPT>" : "<p>scripts: none</p>";

    boolean found =
        when.asks(
            Page.builder("a", html.getBytes(UTF_8)).build(),
            new Clip("a", outcome, reason, null, article),
            ruled);

    assertThat(found).isEqualTo(asks);
  }
}
