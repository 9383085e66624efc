package org.coupure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Quality;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.RenderWhen;
import org.coupure.fetch.Renderer;
import org.coupure.fetch.Rendering;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/** Which pages of a run are shown to a browser, and by what. */
record Rendition(PoliteFetcher fetcher, Renderer renderer, RenderWhen when, RuleBook rules) {
  /** Returns the rendering that a page needs, or null when it needs none. */
  @Nullable Rendering of(Fetched fetched, Clip plain) {
    if (!(fetched instanceof Fetched.Answered answered)) {
      return null;
    }
    String url = Objects.requireNonNull(answered.page().url(), "a fetched page has its address");
    boolean ruled = rules.forAddress(url).stream().anyMatch(Rule::renders);
    return when.asks(answered.page(), plain, ruled) ? fetcher.rendering(answered, renderer) : null;
  }

  /** Returns the clip of the page without its scripts, which says that rendering it failed. */
  static Clip failed(Clip plain, Fetched rendered) {
    Article article = plain.article();
    if (article == null || !(rendered instanceof Fetched.Refused refused)) {
      return plain;
    }
    Quality quality = article.quality();
    List<String> flags = new ArrayList<>(quality.flags());
    flags.add(Quality.RENDER_FAILED);
    Article flagged =
        article.toBuilder()
            .quality(new Quality(quality.confidence(), quality.words(), quality.path(), flags))
            .build();
    String detail = plain.detail() == null ? refused.clip().detail() : plain.detail();
    return new Clip(plain.input(), plain.outcome(), plain.reason(), detail, flagged);
  }
}
