package org.coupure;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.article.Verdict.Decider;
import org.coupure.article.Wish;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.TextSegmenter;
import org.coupure.memory.MemoryBuilder;
import org.coupure.memory.PageFingerprint;
import org.coupure.memory.SiteMemory;
import org.coupure.metadata.Metadata;
import org.coupure.metadata.MetadataReader;
import org.coupure.metadata.SpareText;
import org.coupure.page.Content;
import org.coupure.page.Decoded;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.page.StatedAddress;
import org.coupure.rules.AppliedRules;
import org.coupure.rules.RuleBook;
import org.coupure.text.PhraseBook;
import org.coupure.verdict.Balance;
import org.coupure.verdict.BlockClassifier;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.DumpClassifier;
import org.coupure.verdict.DumpJudge;
import org.coupure.verdict.Judge;
import org.coupure.verdict.KindJudge;
import org.coupure.verdict.KindJudge.Finding;
import org.coupure.verdict.LineModel;
import org.coupure.verdict.PhraseJudge;
import org.coupure.verdict.StructureJudge;
import org.jsoup.nodes.Document;
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
 * <p>{@code org.coupure.sink.RecordWriter} writes a clip as the JSON of the schema.
 */
public final class Clipper {
  /** The version that records carry. */
  public static final String VERSION = "0.1.0";

  private final PageReader reader;
  private final RuleBook rules;
  private final MetadataReader metadata;
  private final List<Judge> certain;
  private final SiteMemory memory;
  private final Supplier<LineModel> lines;
  private final List<Judge> deciding;
  private final SpareText spare;
  private final KindJudge kinds;
  private final Balance balance;
  private final double leastExact;
  private final boolean explain;
  private final Set<Wish> wishes;
  private final ClipListener listener;

  private Clipper(Builder builder) {
    this.reader = new PageReader(builder.limits);
    this.rules = builder.rules == null ? RuleBook.bundled() : builder.rules;
    this.metadata = new MetadataReader();
    PhraseBook book = PhraseBook.bundled();
    this.certain = List.of(new StructureJudge(), new PhraseJudge(book));
    this.memory = builder.memory;
    this.lines = builder.lines;
    boolean explaining = builder.explain;
    this.deciding =
        List.of(
            new DumpJudge(),
            new DumpClassifier(lines, explaining),
            builder.classifier != null
                ? builder.classifier
                : new LateJudge(() -> BlockClassifier.bundled(book, explaining)));
    this.spare = SpareText.load();
    this.kinds = new KindJudge();
    this.balance = builder.balance;
    this.leastExact = builder.leastExact;
    this.explain = builder.explain;
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
   * Returns what became of {@code page}; never throws for what a page holds, and only what the
   * listener throws. How long it takes grows with the page, which {@link Limits} bounds; it does
   * not wait for anything, and an interrupt neither ends it nor is lost.
   */
  public Clip clip(Page page) {
    Objects.requireNonNull(page, "page");
    listener.started(page);
    Clip clip = sure(Wish.obeyed(decide(page), wishes));
    listener.finished(page, clip);
    return clip;
  }

  /**
   * Returns the clip of a page that a caller could not have clipped, with the record it owes: the
   * page's identity, address and bytes.
   *
   * @param detail why, as a sentence for a person
   */
  public static Clip failed(Page page, Reason reason, String detail) {
    return Clip.failed(page.source(), reason, detail, ArticleAssembler.stub(page));
  }

  /**
   * Returns what a {@link MemoryBuilder} can learn from {@code page}; empty when the page can't be
   * read. Needs the parse and no more, so it takes about half of a clip's time.
   */
  public Optional<PageFingerprint> sight(Page page) {
    Content content = reader.read(page);
    return content instanceof Content.Unreadable
        ? Optional.empty()
        : Optional.of(PageFingerprint.of(page, segment(content)));
  }

  /** Returns {@code clip}, or the outcome of a dump whose text is too likely to need correcting. */
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

  /** The whole pipeline, a stage a line. */
  private Clip decide(Page page) {
    Content content = reader.read(page);
    if (content instanceof Content.Unreadable unreadable) {
      return unreadable(page, unreadable);
    }
    Blocks blocks = judged(segment(content));
    AppliedRules ruling = rules.rule(address(page, blocks), page.captured(), blocks);
    Metadata found = metadata.read(page, blocks, ruling.fields());
    PageVerdicts result = verdicts(page, blocks, ruling, found).rescued(spare, certain);
    Finding kind = kinds.find(page, result.ballot(), result.spareWords());
    PageVerdicts fitting = result.fitting(kind.kind());
    return new ArticleAssembler(page, decoded(content), fitting, found, kind, ruling).clip(explain);
  }

  /** Returns by which address rules are looked up: many a saved page has lost its own. */
  private static @Nullable String address(Page page, Blocks blocks) {
    Document document = blocks.document();
    return page.url() != null || document == null ? page.url() : StatedAddress.of(document);
  }

  private static Clip unreadable(Page page, Content.Unreadable why) {
    Article stub = ArticleAssembler.stub(page);
    Outcome outcome = why.reason() == Reason.EMPTY_INPUT ? Outcome.EMPTY : Outcome.FAILED;
    return new Clip(page.source(), outcome, why.reason(), why.detail(), stub);
  }

  private static Blocks segment(Content content) {
    return content instanceof Content.Html html
        ? HtmlSegmenter.segment(html.document())
        : TextSegmenter.segment(decoded(content).text());
  }

  /** Returns the blocks of a dump with what the model says of its lines, others as they are. */
  private Blocks judged(Blocks blocks) {
    return blocks.isPlainText() ? lines.get().judge(blocks) : blocks;
  }

  private static Decoded decoded(Content content) {
    if (content instanceof Content.Html html) {
      return html.decoded();
    }
    return ((Content.PlainText) content).decoded();
  }

  private PageVerdicts verdicts(Page page, Blocks blocks, AppliedRules ruling, Metadata found) {
    BlockVerdicts ballot = begun(page, blocks, ruling, found);
    if (!ruling.decidesContent()) {
      deciding.forEach(judge -> judge.judge(ballot));
      return new PageVerdicts(ballot, null);
    }
    // What the page would give without its site's rule tells whether that is still a good one.
    BlockVerdicts generic = begun(page, blocks, ruling.withoutSites(), found);
    deciding.forEach(judge -> judge.judge(List.of(ballot, generic)));
    PageVerdicts result = new PageVerdicts(ballot, generic);
    if (!result.isRuleBeaten()) {
      return result;
    }
    BlockVerdicts open = begun(page, blocks, ruling.withoutContent(), found);
    deciding.forEach(judge -> judge.judge(open));
    return result.orRather(open);
  }

  /** Returns a ballot after all have spoken who are sure of what they say. */
  private BlockVerdicts begun(Page page, Blocks blocks, AppliedRules ruling, Metadata found) {
    BlockVerdicts ballot = new BlockVerdicts(blocks, balance);
    found.spent().forEach((block, field) -> ballot.drop(block, Decider.FIELD, field));
    ruling.judge(ballot);
    certain.forEach(judge -> judge.judge(ballot));
    memory.judge(page, deciding).judge(ballot);
    ruling.conclude(ballot);
    return ballot;
  }

  /** Collects a clipper's settings. Not thread-safe. */
  public static final class Builder {
    private Limits limits = Limits.DEFAULT;
    private @Nullable RuleBook rules;
    private Balance balance = Balance.EVEN;
    private double leastExact;
    private boolean explain;
    private Set<Wish> wishes = Set.of();
    private ClipListener listener = ClipListener.NONE;
    private SiteMemory memory = SiteMemory.EMPTY;
    private @Nullable Judge classifier;
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

    /** Sets whether to leave out or to keep what is in doubt; evenly weighed unless set. */
    public Builder balance(Balance balance) {
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
     * Sets which wishes of sites are obeyed, so that no text comes of pages that state them; none
     * unless set. All are recorded.
     */
    public Builder obey(Set<Wish> wishes) {
      this.wishes = Set.copyOf(wishes);
      return this;
    }

    /** Sets who is told about each page; nobody unless set. */
    public Builder listener(ClipListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /** Sets what is known of the pages' sites; nothing unless set. */
    public Builder memory(SiteMemory memory) {
      this.memory = Objects.requireNonNull(memory, "memory");
      return this;
    }

    /** Sets another model than the one in the jar; for the training's own figures. */
    Builder classifier(Judge classifier) {
      this.classifier = classifier;
      return this;
    }

    /** Sets another model for the lines of dumps; for the training's own figures. */
    Builder lines(LineModel lines) {
      this.lines = () -> lines;
      return this;
    }

    public Clipper build() {
      return new Clipper(this);
    }
  }
}
