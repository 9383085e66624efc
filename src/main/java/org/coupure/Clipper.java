package org.coupure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.article.UsageReservation;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.memory.MemoryBuilder;
import org.coupure.memory.PageFingerprint;
import org.coupure.memory.SiteMemory;
import org.coupure.metadata.EmbeddedText;
import org.coupure.metadata.Metadata;
import org.coupure.metadata.MetadataReader;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.rules.AppliedRules;
import org.coupure.rules.JsonText;
import org.coupure.rules.RuleBook;
import org.coupure.text.PhraseBook;
import org.coupure.verdict.BlockClassifier;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Classifier;
import org.coupure.verdict.DumpClassifier;
import org.coupure.verdict.DumpJudge;
import org.coupure.verdict.HiddenText;
import org.coupure.verdict.HiddenTextJudge;
import org.coupure.verdict.Judge;
import org.coupure.verdict.KindJudge;
import org.coupure.verdict.KindJudge.Finding;
import org.coupure.verdict.LineModel;
import org.coupure.verdict.OtherStoriesJudge;
import org.coupure.verdict.PhraseJudge;
import org.coupure.verdict.PrecisionRecall;
import org.coupure.verdict.StructureJudge;
import org.coupure.verdict.VerdictSentences;
import org.jspecify.annotations.Nullable;

/**
 * The pure function from a page to a clip: no I/O, no clock, no default locale; the same page and
 * version give the same record. Immutable and safe for any number of threads; make one and share
 * it.
 *
 * <pre>{@code
 * Clipper clipper = Clipper.create();
 * Clip clip = clipper.clip(Page.builder("page.html", bytes).url("https://…").build());
 * System.out.println(clip.article().text());
 * }</pre>
 *
 * <p>{@code org.coupure.record.RecordWriter} writes a clip as the JSON of the schema.
 */
public final class Clipper {
  /** The version that records carry. */
  public static final String VERSION = CoupureVersion.NUMBER;

  /** Finds the lines of a dump that are fields of the record already. Runs before the model. */
  private static final Judge LINES = new DumpJudge();

  private final PageReader reader;
  private final RuleBook rules;
  private final MetadataReader metadata;
  private final List<Judge> certain;
  private final List<ScopedJudge> judges;
  private final SiteMemory memory;
  private final Supplier<LineModel> lines;
  private final Supplier<Classifier> classifier;
  private final Classifier dumpClassifier;
  private final EmbeddedText spare;
  private final KindJudge kinds;
  private final PrecisionRecall balance;
  private final double leastExact;
  private final HiddenText hidden;
  private final boolean explain;
  private final @Nullable VerdictSentences sentences;
  private final Set<UsageReservation> wishes;
  private final ClipListener listener;

  private Clipper(Builder builder) {
    this.reader = new PageReader(builder.limits);
    this.rules = builder.rules == null ? RuleBook.bundled() : builder.rules;
    this.metadata = new MetadataReader();
    this.hidden = builder.hidden;
    this.certain =
        List.of(
            new StructureJudge(),
            new HiddenTextJudge(builder.hidden),
            new PhraseJudge(PhraseBook.bundled()));
    this.judges = List.copyOf(builder.judges);
    this.memory = builder.memory;
    this.lines = builder.lines;
    this.explain = builder.explain;
    this.sentences = builder.sentences;
    // Each model is loaded with the first page that needs it, so that a run over one kind of input
    // loads one.
    Classifier pages = builder.classifier;
    boolean explaining = builder.explain;
    this.classifier = () -> pages == null ? BlockClassifier.bundled(explaining) : pages;
    this.dumpClassifier = new DumpClassifier(lines, explaining);
    this.spare = EmbeddedText.load();
    this.kinds = new KindJudge();
    this.balance = builder.balance;
    this.leastExact = builder.leastExact;
    this.wishes = builder.wishes;
    this.listener = builder.listener;
  }

  /** Returns a clipper with the rules, themes and phrases packed into the jar. */
  public static Clipper create() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns what became of {@code page}. No content of a page makes it throw; only exceptions of
   * the listener pass through. It takes longer for larger pages, whose size {@link Limits} bounds.
   * It never waits, and an interrupt neither ends it nor is lost.
   */
  public Clip clip(Page page) {
    listener.started(page);
    return finished(read(page));
  }

  /**
   * Returns what became of a page that was read before, by this clipper or by another one. The
   * limits are those of the clipper that read it. Otherwise as {@link #clip(Page)}.
   */
  public Clip clip(ParsedPage parsed) {
    listener.started(parsed.page());
    return finished(parsed);
  }

  private Clip finished(ParsedPage parsed) {
    Clip clip = sure(UsageReservation.obeyed(decide(parsed), wishes));
    listener.finished(parsed.page(), clip);
    return clip;
  }

  /**
   * Parses {@code page} within this clipper's limits, for clipping and every other use. No content
   * of a page makes it throw.
   */
  public ParsedPage read(Page page) {
    ParsedPage parsed = ParsedPage.of(page, reader.read(Objects.requireNonNull(page, "page")));
    listener.parsed(page);
    return parsed;
  }

  /**
   * Returns the clip of a page whose clipping failed in the caller, with a record of the page's
   * identity, URL and bytes.
   *
   * @param detail why, as a sentence for a person
   */
  public static Clip failed(Page page, Reason reason, String detail) {
    return Clip.failed(page.source(), reason, detail, ArticleAssembler.stub(page));
  }

  /**
   * Returns what a {@link MemoryBuilder} can learn from {@code page}; empty when the page can't be
   * read. Needs only the parse, so it takes about half the time of a clip.
   */
  public Optional<PageFingerprint> sight(Page page) {
    return sight(read(page));
  }

  /** Returns what a {@link MemoryBuilder} can learn from a page that was read before. */
  public Optional<PageFingerprint> sight(ParsedPage parsed) {
    Blocks blocks = parsed.blocks();
    return blocks == null
        ? Optional.empty()
        : Optional.of(PageFingerprint.of(parsed.page(), blocks));
  }

  /**
   * Returns the F1 over words, between 0 and 1, that the learned model expects of a text. Two texts
   * of one page are compared by it.
   *
   * @param kept whether the text has the block of an index; asked for every block of the page
   */
  public double modelF1(ParsedPage parsed, IntPredicate kept) {
    Blocks blocks = parsed.judged(lines);
    if (blocks == null) {
      return 0;
    }
    BlockVerdicts text = new BlockVerdicts(blocks);
    for (Block block : blocks.list()) {
      if (kept.test(block.index())) {
        text.keep(block.index(), Decider.RULE, "compared");
      } else {
        text.drop(block.index(), Decider.RULE, "compared");
      }
    }
    deciding(parsed, blocks).judge(text);
    return text.modelF1();
  }

  /**
   * Returns {@code clip}, or an empty one for a dump whose text is less surely exact than was asked
   * for.
   */
  private Clip sure(Clip clip) {
    Article article = clip.article();
    Double exact = article == null ? null : article.quality().exact();
    if (exact == null || exact >= leastExact || clip.outcome() != Outcome.CLIPPED) {
      return clip;
    }
    String why =
        String.format(
            Locale.ROOT,
            "the text is exact with a chance of %.2f, %.2f was asked for",
            exact,
            leastExact);
    return new Clip(clip.input(), Outcome.EMPTY, Reason.UNSURE, why, article);
  }

  /** The whole pipeline, one stage per line. */
  private Clip decide(ParsedPage parsed) {
    Page page = parsed.page();
    Blocks blocks = parsed.judged(lines);
    if (blocks == null) {
      return unreadable(page, (Content.Unreadable) parsed.content());
    }
    // A page that was saved without its URL may state it; rules are looked up by that.
    String url = page.url() == null ? blocks.head().url() : page.url();
    AppliedRules ruling = rules.rule(url, page.captured(), blocks);
    Metadata found = metadata.read(page, blocks, ruling.fields());
    PageVerdicts judged = verdicts(parsed, blocks, ruling, found);
    JsonText stated = ruling.json();
    Fallback fallback =
        stated == null ? Fallback.of(judged.own(), spare, certain) : Fallback.of(stated, certain);
    PageVerdicts filled = judged.orElse(fallback);
    Finding kind = kinds.find(page, filled.own(), filled.spareWords());
    PageVerdicts verdicts = filled.on(kind.kind());
    Explainer explainer = explainer(parsed, blocks);
    boolean teaser = Teaser.isShown(verdicts, spare);
    return new ArticleAssembler(parsed, verdicts, found, kind, ruling, hidden, teaser)
        .clip(explainer);
  }

  /** Returns the explainer of the verdicts, or null when no explanation is asked for. */
  private @Nullable Explainer explainer(ParsedPage parsed, Blocks blocks) {
    if (!explain || sentences == null) {
      return explain ? Explainer.BRIEF : null;
    }
    List<Judge> judges = new ArrayList<>(certain);
    judges.add(memory.judge(parsed.page(), verdicts -> {}));
    judges.add(deciding(parsed, blocks));
    return Explainer.of(sentences, blocks, judges);
  }

  private static Clip unreadable(Page page, Content.Unreadable why) {
    Article stub = ArticleAssembler.stub(page);
    Outcome outcome = why.reason() == Reason.EMPTY_INPUT ? Outcome.EMPTY : Outcome.FAILED;
    return new Clip(page.source(), outcome, why.reason(), why.detail(), stub);
  }

  /** Returns the learned model's judge of the page. */
  private Judge deciding(ParsedPage parsed, Blocks blocks) {
    Classifier model = blocks.isPlainText() ? dumpClassifier : classifier.get();
    Judge prediction = parsed.prediction(model, blocks, listener);
    return verdicts -> {
      LINES.judge(verdicts);
      prediction.judge(verdicts);
    };
  }

  private PageVerdicts verdicts(
      ParsedPage parsed, Blocks blocks, AppliedRules ruling, Metadata found) {
    BlockVerdicts sure = new BlockVerdicts(blocks);
    certain.forEach(judge -> judge.judge(sure));
    new OtherStoriesJudge(blocks.head()).judge(sure);
    Judge deciding = deciding(parsed, blocks);
    Function<AppliedRules, BlockVerdicts> judging =
        by -> {
          BlockVerdicts verdicts = new BlockVerdicts(blocks, balance);
          found.spent().forEach((block, field) -> verdicts.drop(block, Decider.FIELD, field));
          judges.forEach(judge -> judge.judge(parsed.page(), verdicts));
          by.judge(verdicts);
          verdicts.add(sure);
          memory.judge(parsed.page(), deciding).judge(verdicts);
          by.conclude(verdicts);
          deciding.judge(verdicts);
          return verdicts;
        };
    BlockVerdicts verdicts = judging.apply(ruling);
    // The verdicts without the site's rule show whether the rule still fits the page.
    return ruling.decidesContent()
        ? PageVerdicts.of(
            verdicts,
            judging.apply(ruling.withoutSites()),
            () -> judging.apply(ruling.withoutContent()),
            ruling.isStrict())
        : PageVerdicts.of(verdicts);
  }

  /** Collects a clipper's settings. Not thread-safe. */
  public static final class Builder {
    private Limits limits = Limits.DEFAULT;
    private @Nullable RuleBook rules;
    private PrecisionRecall balance = PrecisionRecall.EVEN;
    private HiddenText hidden = HiddenText.AUTO;
    private double leastExact;
    private boolean explain;
    private @Nullable VerdictSentences sentences;
    private Set<UsageReservation> wishes = Set.of();
    private ClipListener listener = ClipListener.NONE;
    private SiteMemory memory = SiteMemory.EMPTY;
    private final List<ScopedJudge> judges = new ArrayList<>();
    private @Nullable Classifier classifier;
    private Supplier<LineModel> lines = LineModel::bundled;

    private Builder() {}

    /** Sets how much of a page is read; {@link Limits#DEFAULT} unless set. */
    public Builder limits(Limits limits) {
      this.limits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** Sets the site rules and themes; those packed into the jar unless set. */
    public Builder rules(RuleBook rules) {
      this.rules = Objects.requireNonNull(rules, "rules");
      return this;
    }

    /**
     * Sets what is done with text that a browser would not show; {@link HiddenText#AUTO} unless
     * set.
     */
    public Builder hidden(HiddenText hidden) {
      this.hidden = Objects.requireNonNull(hidden, "hidden");
      return this;
    }

    /** Sets whether doubtful blocks are rather kept or rather dropped; balanced unless set. */
    public Builder balance(PrecisionRecall balance) {
      this.balance = Objects.requireNonNull(balance, "balance");
      return this;
    }

    /**
     * Sets how surely the text of a plain-text dump must be exact, between 0 and 1, to count as
     * clipped; others end empty, with the reason {@code unsure} and their record. 0 unless set.
     */
    public Builder leastExact(double chance) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("a chance lies within 0 and 1, was " + chance);
      }
      this.leastExact = chance;
      return this;
    }

    /** Sets whether records carry evidence and verdicts; they do not unless set. */
    public Builder explain(boolean explain) {
      this.explain = explain;
      return this;
    }

    /**
     * Sets how verdicts are put into sentences, together with what the other judges would have
     * said. Neither is recorded unless set. Only records that carry verdicts carry their sentences.
     */
    public Builder sentences(VerdictSentences sentences) {
      this.sentences = Objects.requireNonNull(sentences, "sentences");
      return this;
    }

    /**
     * Sets which reservations of sites are obeyed: pages that state one of them give no text. None
     * unless set. All reservations are recorded.
     */
    public Builder obey(Set<UsageReservation> wishes) {
      this.wishes = Set.copyOf(wishes);
      return this;
    }

    /** Sets the listener that is told about each page; none unless set. */
    public Builder listener(ClipListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /** Sets what is known of the pages' sites; nothing unless set. */
    public Builder memory(SiteMemory memory) {
      this.memory = Objects.requireNonNull(memory, "memory");
      return this;
    }

    /**
     * Adds a judge of the program's own, which is asked about every page. As {@link
     * #judge(Predicate, Judge)} otherwise.
     */
    public Builder judge(Judge judge) {
      return judge(page -> true, judge);
    }

    /**
     * Adds a judge of the program's own: rules as code. It is asked after the fields of the record
     * have taken their blocks and before the rules of sites, in the order in which judges are
     * added; the first that speaks about a block wins. A judge keeps or drops blocks by {@link
     * Decider#RULE} and says why, which {@code explain} shows; {@link Clipper#clip(Page)} throws
     * what the judge throws. It is asked from many threads, and more than once a page where a
     * site's rule is compared with the page without it.
     *
     * <pre>{@code
     * Judge tickers = verdicts -> {
     *   for (Block block : verdicts.blocks().list()) {
     *     if (block.text().startsWith("+++ ")) {
     *       verdicts.drop(block.index(), Decider.RULE, "ticker");
     *     }
     *   }
     * };
     * Clipper.builder().judge(page -> "https://a.example/1".equals(page.url()), tickers)
     * }</pre>
     *
     * @param pages about which pages it is asked
     */
    public Builder judge(Predicate<Page> pages, Judge judge) {
      judges.add(new ScopedJudge(pages, judge));
      return this;
    }

    /** Replaces the model in the jar; used to measure models in training. */
    Builder classifier(Classifier classifier) {
      this.classifier = classifier;
      return this;
    }

    /** Replaces the model for the lines of dumps; used to measure models in training. */
    Builder lines(LineModel lines) {
      this.lines = () -> lines;
      return this;
    }

    /**
     * Makes the clipper.
     *
     * @throws IllegalStateException if an older jsoup on the program's class path hides the one
     *     that is needed
     */
    public Clipper build() {
      return new Clipper(this);
    }
  }
}
