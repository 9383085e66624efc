package org.coupure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.coupure.article.Access;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Duplicate;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation;
import org.coupure.article.Outcome;
import org.coupure.article.PageKind;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.Provenance;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.coupure.article.Sha256;
import org.coupure.article.WebLocation;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpLines;
import org.coupure.block.Seam;
import org.coupure.metadata.Metadata;
import org.coupure.page.Decoded;
import org.coupure.page.Page;
import org.coupure.rules.AppliedRules;
import org.coupure.rules.BrokenExpectation;
import org.coupure.rules.Rule;
import org.coupure.text.Fingerprint;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.HiddenText;
import org.coupure.verdict.HiddenTextJudge;
import org.coupure.verdict.KindJudge.Finding;
import org.coupure.verdict.OtherStoriesJudge;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Builds a clip from the kept blocks and the metadata of one page. Used once, by one thread. */
final class ArticleAssembler {
  /**
   * The parser stops nesting at 512 at the latest; the elements around the body are not counted.
   */
  private static final int DEEP = 505;

  /**
   * The text of a page that is not free and has fewer words is only the beginning of the article.
   * Chosen: of 28 paid articles among our pages, all saved by somebody who could read them in full,
   * one is shorter.
   */
  private static final int STUB_WORDS = 150;

  /**
   * A table cell of several blocks with more words than this is page layout, as in pages of the
   * nineties, not data. Chosen.
   */
  private static final int MOST_CELL_WORDS = 80;

  private final Page page;
  private final Decoded decoded;
  private final PageVerdicts verdicts;

  /** The verdicts that make the article. */
  private final BlockVerdicts shown;

  private final Blocks blocks;
  private final Metadata found;
  private final Finding kind;
  private final AppliedRules ruling;
  private final HiddenText hidden;

  /** Whether the page shows no more than the beginning of the text that its data states. */
  private final boolean teaser;

  private final List<BrokenExpectation> misses;

  /** Why the site's rule says that the page is not an article, as a sentence, or null. */
  private final @Nullable String notArticle;

  ArticleAssembler(
      ParsedPage parsed,
      PageVerdicts verdicts,
      Metadata found,
      Finding kind,
      AppliedRules ruling,
      HiddenText hidden,
      boolean teaser) {
    this.page = parsed.page();
    this.decoded = Objects.requireNonNull(parsed.decoded(), "only what was read is put together");
    this.verdicts = verdicts;
    this.shown = verdicts.shown();
    this.blocks = shown.blocks();
    this.found = found;
    this.kind = kind;
    this.ruling = ruling;
    this.hidden = hidden;
    this.teaser = teaser;
    // A rule's expectations count only for articles.
    this.notArticle = kind.kind().isWall() || kind.stub() != null ? null : ruling.notArticle();
    boolean article = !kind.kind().isWall() && kind.kind() != PageKind.INDEX && notArticle == null;
    this.misses = article ? misses(ruling, verdicts.overruled()) : List.of();
  }

  /**
   * Returns the expectations that the page breaks; one of them is that the rule's content is the
   * article.
   */
  private static List<BrokenExpectation> misses(AppliedRules ruling, @Nullable String overruling) {
    List<BrokenExpectation> misses = new ArrayList<>(ruling.misses());
    Rule speaker = ruling.speaker();
    if (overruling != null && speaker != null) {
      misses.add(0, new BrokenExpectation(speaker.name(), overruling));
    }
    // Mistakes of the rule's author come before changes of the site.
    misses.sort(Comparator.comparing(miss -> miss.reason() != Reason.RULE_MISTAKE));
    return misses;
  }

  /** Returns the record of a page that could not be read: its identity, URL and bytes. */
  static Article stub(Page page) {
    String id = identity(page, page.url(), "");
    Provenance provenance =
        new Provenance(page.source(), Sha256.of(page.bytes()), null, null, CoupureVersion.NUMBER);
    return Article.builder(id, provenance)
        .place(new WebLocation(page.url(), null, null, null))
        .dates(new Dates(null, null, page.captured()))
        .build();
  }

  Clip clip(@Nullable Explainer explainer) {
    boolean text = !kind.kind().isWall() && kind.stub() == null && notArticle == null;
    List<Passage> all = text ? body() : List.of();
    List<Passage> body = EncipheredText.readable(all);
    Article article = article(body, explainer);
    if (kind.kind().isWall()) {
      return wall(article);
    }
    if (kind.stub() != null) {
      return stub(kind.stub(), article);
    }
    if (notArticle != null) {
      return empty(Reason.NOT_ARTICLE, notArticle, article);
    }
    if (body.size() < all.size()) {
      String detail = "the page shows enciphered what it sells; that part is left out";
      return clip(Outcome.PAYWALLED, Reason.STUB, detail, article);
    }
    if (!body.isEmpty()) {
      return filled(article);
    }
    return isCutInDepth()
        ? empty(
            Reason.TOO_DEEP,
            "elements are nested deeper than is read, and no text was kept",
            article)
        : empty(Reason.NO_TEXT, nothing() + afterMiss(), article);
  }

  private String nothing() {
    List<String> frames =
        blocks.document() == null
            ? List.of()
            : blocks.document().select("frameset frame[src]").eachAttr("src");
    return frames.isEmpty()
        ? "no block of the page was kept"
        : "the page is a frameset, its text is in " + String.join(", ", frames);
  }

  private Clip filled(Article article) {
    if (!misses.isEmpty()) {
      return clip(Outcome.RULE_MISS, misses.get(0).reason(), missed(), article);
    }
    if (kind.kind() == PageKind.INDEX) {
      return clip(Outcome.INDEX_PAGE, Reason.LISTING, "a list of other pages", article);
    }
    int words = article.quality().words();
    if (article.access() == Access.PAYWALLED && words < STUB_WORDS) {
      String detail = "the page says that its text is sold, and holds " + words + " words of it";
      return clip(Outcome.PAYWALLED, Reason.STUB, detail, article);
    }
    return clip(Outcome.CLIPPED, Reason.NONE, null, article);
  }

  private String missed() {
    BrokenExpectation miss = misses.get(0);
    return "rule " + miss.rule() + ": " + miss.what();
  }

  private String afterMiss() {
    return misses.isEmpty() ? "" : "; " + missed();
  }

  private Clip wall(Article article) {
    String mark = " (" + kind.evidence().from() + ": " + kind.evidence().where() + ")";
    return switch (kind.kind()) {
      case CHALLENGE ->
          clip(
              Outcome.BLOCKED,
              Reason.CHALLENGE,
              "the page asks to prove to be a person" + mark,
              article);
      case CONSENT ->
          clip(Outcome.BLOCKED, Reason.CONSENT, "the page only asks for consent" + mark, article);
      default ->
          empty(
              Reason.ERROR_PAGE,
              "the page says that what was asked for is not there" + mark,
              article);
    };
  }

  private Clip stub(Reason reason, Article article) {
    String mark = String.valueOf(kind.evidence().where());
    return reason == Reason.REDIRECT_PAGE
        ? empty(reason, "the page only leads to " + mark, article)
        : empty(reason, "the page is empty until its scripts run (" + mark + ")", article);
  }

  private Clip empty(Reason reason, String detail, Article article) {
    return clip(Outcome.EMPTY, reason, detail, article);
  }

  private Clip clip(Outcome outcome, Reason reason, @Nullable String detail, Article article) {
    return new Clip(page.source(), outcome, reason, detail, article);
  }

  private List<Passage> body() {
    List<Passage> body = new ArrayList<>();
    Element lastRow = null;
    int last = -1;
    List<Block> ordered =
        verdicts.fallback() == null ? ruling.inOrder(blocks.list()) : blocks.list();
    for (Block block : ordered) {
      PassageKind kind = shown.keptAs(block.index());
      if (kind == null) {
        continue;
      }
      Seam seam = last == block.index() - 1 ? block.seam() : null;
      last = block.index();
      if (seam != null && !body.isEmpty()) {
        Passage begun = body.remove(body.size() - 1);
        String whole = begun.text() + seam.joint() + shown.text(block.index());
        body.add(new Passage(begun.kind(), whole, begun.level()));
        continue;
      }
      String text = shown.text(block.index());
      kind = kind == PassageKind.TABLE_ROW && isInText(block) ? PassageKind.PARAGRAPH : kind;
      Element row = kind == PassageKind.TABLE_ROW ? rowAround(block) : null;
      if (row != null && row.equals(lastRow)) {
        Passage begun = body.remove(body.size() - 1);
        body.add(new Passage(kind, begun.text() + '\t' + text, 0));
      } else {
        body.add(new Passage(kind, text, block.level()));
      }
      lastRow = row;
    }
    return body;
  }

  /** Returns whether {@code block} is one of several in a cell that holds running text. */
  private boolean isInText(Block block) {
    List<Block> all = blocks.list();
    int first = block.index();
    while (first > 0 && isOfOneCell(all.get(first - 1), block)) {
      first--;
    }
    int words = 0;
    int end = first;
    for (; end < all.size() && isOfOneCell(all.get(end), block); end++) {
      words += all.get(end).words();
    }
    return end - first > 1 && words > MOST_CELL_WORDS;
  }

  private static boolean isOfOneCell(Block one, Block other) {
    return one.box() != null && one.box().equals(other.box());
  }

  /** Returns the table row that a cell stands in, or null. */
  private static @Nullable Element rowAround(Block cell) {
    Element box = cell.box();
    Element parent = box == null ? null : box.parent();
    return parent != null && parent.normalName().equals("tr") ? parent : null;
  }

  private Article article(List<Passage> body, @Nullable Explainer explainer) {
    String canonical = found.place().canonicalUrl();
    Provenance provenance = provenance();
    String text = Article.builder("", provenance).body(body).build().text();
    RecordLanguage tongue = RecordLanguage.of(found.language(), text);
    String url = canonical != null ? canonical : page.url();
    return Article.builder(identity(page, url, text), provenance)
        .pageKind(kind.kind())
        .headline(found.headline())
        .byline(found.byline())
        .dates(found.dates())
        .place(found.place())
        .language(tongue.tag())
        .tags(found.tags())
        .body(body)
        .images(found.images())
        .access(found.access())
        .rights(found.rights())
        .quality(quality(text, tongue))
        .duplicate(duplicate(text))
        .explanation(explainer == null ? Explanation.NONE : explanation(tongue, explainer))
        .build();
  }

  private Provenance provenance() {
    return new Provenance(
        page.source(),
        Sha256.of(page.bytes()),
        decoded.describeCharset(),
        rule(),
        CoupureVersion.NUMBER);
  }

  /** Returns the rule that decided something, or the one that should have. */
  private @Nullable String rule() {
    if (!misses.isEmpty()) {
      return misses.get(0).rule();
    }
    Rule speaker = ruling.speaker();
    return speaker == null ? null : speaker.name();
  }

  private String path() {
    Fallback fallback = verdicts.fallback();
    if (fallback != null) {
      return fallback.rung().path();
    }
    if (blocks.isPlainText()) {
      return "text";
    }
    Rule speaker =
        verdicts.overruled() == null ? ruling.speaker() : ruling.withoutSites().speaker();
    return speaker == null ? "generic" : speaker.isTheme() ? "theme" : "rule";
  }

  private Quality quality(String text, RecordLanguage tongue) {
    List<String> flags = new ArrayList<>();
    if (!misses.isEmpty()) {
      flags.add(Quality.RULE_MISS);
    }
    if (page.rendered()) {
      flags.add(Quality.RENDERED);
    }
    if (text.isEmpty()) {
      return new Quality(0, 0, "none", flags);
    }
    switch (verdicts.standing()) {
      case BEATEN, OVERRULED -> flags.add(Quality.RULE_BEATEN);
      case WIDENED -> flags.add(Quality.RULE_WIDENED);
      case HOLDS -> {}
    }
    if (teaser) {
      flags.add(Quality.TEASER);
    }
    if (decoded.contradicted()) {
      flags.add("charset-contradicted");
    }
    if (isCutInDepth()) {
      flags.add("nesting-cut");
    }
    if (OtherStoriesJudge.hasDropped(shown)) {
      flags.add("other-stories");
    }
    if (hidden.marks() && keepsHidden()) {
      flags.add("hidden-text");
    }
    if (tongue.contradicted()) {
      flags.add("language-contradicted");
    }
    double expectedF1 = verdicts.expectedF1();
    double confidence =
        blocks.isPlainText() ? Confidence.ofDump(expectedF1) : Confidence.of(expectedF1);
    DumpLines lines = blocks.dumpLines();
    if (lines == null) {
      return new Quality(confidence, shown.articleWords(), path(), flags);
    }
    flags.addAll(DumpDoubts.flags(lines, shown.result()));
    return new Quality(
        confidence, Confidence.exact(lines.doubt()), shown.articleWords(), path(), flags);
  }

  /** Returns whether elements were nested so deep that the parser flattened them. */
  private boolean isCutInDepth() {
    return verdicts.own().blocks().deepest() >= DEEP;
  }

  /** Returns whether text that a browser would not show was kept. */
  private boolean keepsHidden() {
    for (Block block : blocks.list()) {
      if (HiddenTextJudge.isHidden(block) && shown.isKept(block.index())) {
        return true;
      }
    }
    return false;
  }

  private static Duplicate duplicate(String text) {
    if (text.isEmpty()) {
      return Duplicate.NONE;
    }
    Fingerprint print = Fingerprint.of(text);
    return new Duplicate(print.textHash(), print.simhash(), null, null);
  }

  private Explanation explanation(RecordLanguage tongue, Explainer explainer) {
    List<Evidence> evidence = new ArrayList<>(tongue.evidence(found.evidence()));
    evidence.add(kind.evidence());
    return new Explanation(evidence, explainer.blocks(verdicts.own(), shown));
  }

  private static String identity(Page page, @Nullable String url, String text) {
    if (page.id() != null) {
      return page.id();
    }
    if (url != null) {
      return Sha256.of(url);
    }
    return text.isEmpty() ? Sha256.of(page.bytes()) : Sha256.of(text);
  }
}
