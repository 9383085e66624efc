package org.coupure.reader;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coupure.ParsedPage;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.RenderPolicy;
import org.coupure.fetch.Request;
import org.coupure.page.FeedMarkup;
import org.coupure.page.ListedItem;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from the web, each over all its pages, with the manners and behind the guard of a
 * fetcher. Safe for any number of threads.
 */
public final class ArticleReader {
  /** More are a book, or a calendar without end. */
  public static final int USUAL_PAGES = 10;

  private final PoliteFetcher fetcher;
  private final Function<Page, ParsedPage> parser;
  private final Function<ParsedPage, Clip> clipper;
  private final RuleBook rules;
  private final Function<String, Request> asking;
  private final @Nullable RenderPolicy renderPolicy;
  private final Consumer<Fetched.Answered> keeper;
  private final int maxPages;

  private ArticleReader(Builder builder) {
    this.fetcher = builder.fetcher;
    this.parser = builder.parser;
    this.clipper = builder.clipper;
    this.rules = builder.rules;
    this.asking = builder.asking;
    this.renderPolicy = builder.renderPolicy;
    this.keeper = builder.keeper;
    this.maxPages = builder.maxPages;
  }

  /**
   * Returns a builder.
   *
   * @param parser parses pages, each once, and throws nothing
   * @param clipper makes records of what it parsed, and throws nothing
   * @param rules say where articles go on, and where they stand whole
   */
  public static Builder builder(
      PoliteFetcher fetcher,
      Function<Page, ParsedPage> parser,
      Function<ParsedPage, Clip> clipper,
      RuleBook rules) {
    return new Builder(fetcher, parser, clipper, rules);
  }

  /**
   * Returns an article to be gone on with step by step, so that no thread need wait for turns.
   *
   * @param first asks for its first page
   */
  public ArticleVisit visit(Request first) {
    return visit(first, null);
  }

  /**
   * Returns an article to be gone on with step by step.
   *
   * @param first asks for its first page
   * @param listed what a feed or sitemap said of it, or null
   */
  public ArticleVisit visit(Request first, @Nullable ListedItem listed) {
    return new ArticleVisit(first, listed, this);
  }

  /** Returns a first page to be visited. */
  PageVisit page(Request request, @Nullable ListedItem listed) {
    return new PageVisit(fetcher.visit(request), null, listed, this);
  }

  /** Returns a further page of the article whose first page stands at {@code first}. */
  PageVisit page(String url, String first) {
    return new PageVisit(fetcher.visit(asking.apply(url)), first, null, this);
  }

  /**
   * Returns what becomes of a page.
   *
   * @param first where the article's first page stands, or null for that page itself
   */
  Taken take(Page page, @Nullable String first) {
    if (FeedMarkup.begins(page.bytes())) {
      String what = "is a feed or a site map, a list of pages: see coupure help run";
      return new Taken(Clip.failed(page.source(), Reason.UNSUPPORTED, what), Continuation.NONE);
    }
    ParsedPage parsed = parser.apply(page);
    Clip clip =
        FeedText.over(clipper.apply(parsed), page, text -> clipper.apply(parser.apply(text)));
    String start = first == null ? page.url() : first;
    return start == null || maxPages < 2 || clip.article() == null
        ? new Taken(clip, Continuation.NONE)
        : new Taken(clip, Continuation.of(parsed, start, rules));
  }

  /** A page's clip, and where its article goes on; its parse is let go. */
  record Taken(Clip clip, Continuation continuation) {}

  void keep(Fetched.Answered answered) {
    keeper.accept(answered);
  }

  @Nullable RenderPolicy rendition() {
    return renderPolicy;
  }

  int maxPages() {
    return maxPages;
  }

  /** Collects what a reader needs. Not thread-safe. */
  public static final class Builder {
    private final PoliteFetcher fetcher;
    private final Function<Page, ParsedPage> parser;
    private final Function<ParsedPage, Clip> clipper;
    private final RuleBook rules;
    private Function<String, Request> asking;
    private @Nullable RenderPolicy renderPolicy;
    private Consumer<Fetched.Answered> keeper = answered -> {};
    private int maxPages = USUAL_PAGES;

    private Builder(
        PoliteFetcher fetcher,
        Function<Page, ParsedPage> parser,
        Function<ParsedPage, Clip> clipper,
        RuleBook rules) {
      this.fetcher = Objects.requireNonNull(fetcher, "fetcher");
      this.parser = Objects.requireNonNull(parser, "parser");
      this.clipper = Objects.requireNonNull(clipper, "clipper");
      this.rules = Objects.requireNonNull(rules, "rules");
      this.asking = url -> Request.page(url).withSiteHeaders(rules.headers(url));
    }

    /** Sets how further pages are asked for; with their rules' headers unless set. */
    public Builder asking(Function<String, Request> asking) {
      this.asking = asking;
      return this;
    }

    /** Sets which pages are shown to a browser; none unless set. */
    public Builder rendition(@Nullable RenderPolicy renderPolicy) {
      this.renderPolicy = renderPolicy;
      return this;
    }

    /**
     * Sets what is given every page that was had, before its article; nothing unless set. What it
     * throws comes out of {@link ArticleVisit#proceed}.
     */
    public Builder keeper(Consumer<Fetched.Answered> keeper) {
      this.keeper = keeper;
      return this;
    }

    /**
     * Sets how many pages of one article are joined at most, {@link #USUAL_PAGES} unless set. With
     * 1 the page that is asked for stands alone, and its print page is left alone, too.
     */
    public Builder maxPages(int maxPages) {
      this.maxPages = maxPages;
      return this;
    }

    public ArticleReader build() {
      return new ArticleReader(this);
    }
  }
}
