package org.coupure.fetch;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Quality;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of a run are shown to a browser, and by what. Safe for any number of threads.
 *
 * @param renderer one of {@code fetcher}'s own
 * @param ruled whether a rule wants the page at a URL rendered
 */
public record RenderPolicy(
    PoliteFetcher fetcher, Renderer renderer, RenderWhen when, Predicate<String> ruled) {
  /** Returns the rendering that a page needs, or null when it needs none. */
  public @Nullable RenderTask of(Fetched fetched, Clip plain) {
    if (!(fetched instanceof Fetched.Answered answered)) {
      return null;
    }
    String url = Objects.requireNonNull(answered.page().url(), "a fetched page has its address");
    return when.asks(answered.page(), plain, ruled.test(url))
        ? fetcher.rendering(answered, renderer)
        : null;
  }

  /**
   * What is made of a page that was rendered.
   *
   * @param fetched what the clip is of, or why there is nothing
   */
  public record Choice(Fetched fetched, Clip clip) {
    /**
     * Returns what the browser made of the page, unless only the page without its scripts has a
     * text; that is flagged when the browser failed.
     */
    public static Choice of(
        Fetched fetched, Clip plain, Fetched rendered, Function<Page, Clip> clipper) {
      if (rendered instanceof Fetched.Refused refused) {
        return plain.hasText()
            ? new Choice(fetched, failed(plain, refused))
            : new Choice(rendered, refused.clip());
      }
      if (!(rendered instanceof Fetched.Answered answered)) {
        throw new IllegalStateException("nothing is rendered with validators");
      }
      Clip clip = clipper.apply(answered.page());
      return clip.hasText() || !plain.hasText()
          ? new Choice(rendered, clip)
          : new Choice(fetched, plain);
    }

    private static Clip failed(Clip plain, Fetched.Refused why) {
      Article article = Objects.requireNonNull(plain.article(), "who has text has an article");
      Quality quality = article.quality().flagged(Quality.RENDER_FAILED);
      Article flagged = article.toBuilder().quality(quality).build();
      String detail = plain.detail() == null ? why.clip().detail() : plain.detail();
      return new Clip(plain.input(), plain.outcome(), plain.reason(), detail, flagged);
    }
  }
}
