package org.coupure.verdict;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.coupure.article.Evidence;
import org.coupure.article.PageKind;
import org.coupure.article.PassageKind;
import org.coupure.article.Reason;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.page.DeclaredRefresh;
import org.coupure.page.InterstitialMarks;
import org.coupure.page.InterstitialMarks.Wall;
import org.coupure.page.Page;
import org.coupure.page.ScriptRedirect;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of page it is, once its blocks are judged: walls by their marks, where the page
 * has too little text to be anything else; live blogs and videos by what they call themselves; the
 * rest by trees that learned from pages with known types. Immutable and thread-safe.
 */
public final class KindJudge {
  private static final Pattern CLAUSES = Pattern.compile("[,.;!…，、。！；،]+");

  /** Cloudflare's longest page of ours has about two hundred words, an Akamai page thirty. */
  private static final int MOST_CHALLENGE_WORDS = 250;

  /** Marks in the source are on pages behind the same guard too, so nearly no text may be there. */
  private static final int MOST_WORDS_AROUND_MARK = 60;

  /** The name of a site and a word or two beside "Loading…". */
  private static final int MOST_WORDS_OF_SHELL = 12;

  /** Error pages offer menus, searches and teasers, but no running text. */
  private static final int MOST_ERROR_WORDS = 600;

  private static final int MOST_RUNNING_WORDS = 150;

  /** Consent texts are long: partners, purposes, rights. */
  private static final int MOST_CONSENT_WORDS = 1500;

  /** Challenges are small; what goes on for longer is something else. */
  private static final int MOST_SOURCE = 300_000;

  /** The first screen of a dialog; longer ones have boxes with names. */
  private static final int MOST_WORDS_OF_DIALOG = 300;

  /** Less in the telling paragraph is a short article above a notice. */
  private static final double DIALOG_SHARE = 0.4;

  private static final double CONSENT_SHARE = 0.6;
  private static final int MOST_WORDS_BESIDE_CONSENT = 100;

  /**
   * A kind with a lower probability is replaced by the next likely one: articles must not be lost,
   * and a short page without features of another kind is an article. Out of fold over the hosts of
   * wcxb-dev an earlier model lost 35 of 792 articles without these, 26 with them; train_kinds.py
   * has the same.
   */
  private static final Map<PageKind, Double> LEAST =
      Map.of(
          PageKind.INDEX, 0.5,
          PageKind.OTHER, 0.5,
          PageKind.PRODUCT, 0.35,
          PageKind.FORUM, 0.35);

  /** More words than that are an article with a video, or more. */
  private static final int MOST_VIDEO_WORDS = 300;

  private static final int MOST_UNTYPED_VIDEO_WORDS = 150;
  private static final int LEAST_LIVE_TIMES = 8;
  private static final int LEAST_LINKS = 5;

  private static final Set<PageKind> REFUSALS = Set.of(PageKind.CHALLENGE);
  private static final Set<PageKind> SHORT = Set.of(PageKind.CHALLENGE, PageKind.ERROR);

  private final InterstitialMarks interstitialMarks = InterstitialMarks.bundled();
  private final KindWords words = KindWords.load();
  private final KindModel model = KindModel.bundled(words);

  /**
   * The kind of a page, and how it was decided.
   *
   * @param kind the kind
   * @param evidence the mark, or how likely the kind is
   * @param stub why the page has no text yet, {@link Reason#REDIRECT_PAGE} or {@link
   *     Reason#NEEDS_SCRIPTS}; null for all others
   */
  public record Finding(PageKind kind, Evidence evidence, @Nullable Reason stub) {
    static Finding of(PageKind kind, String from, @Nullable String where) {
      return new Finding(kind, new Evidence("pageKind", from, where, null), null);
    }

    static Finding stub(Reason reason, String from, String where) {
      Evidence evidence = new Evidence("pageKind", from, where, null);
      return new Finding(PageKind.OTHER, evidence, reason);
    }
  }

  /**
   * Returns the kind of a page.
   *
   * @param verdicts a verdict on every block
   * @param spareWords words of a text that was found beside the blocks
   */
  public Finding find(Page page, BlockVerdicts verdicts, int spareWords) {
    Extent extent = Extent.of(verdicts, spareWords);
    Optional<Finding> redirect = redirect(page, verdicts.blocks(), extent);
    if (redirect.isPresent()) {
      return redirect.get();
    }
    Optional<Wall> wall = wall(page, verdicts.blocks(), extent);
    if (wall.isPresent()) {
      return Finding.of(wall.get().kind(), wall.get().place(), wall.get().mark());
    }
    Optional<Wall> shell = shell(verdicts, extent);
    if (shell.isPresent()) {
      return Finding.stub(Reason.NEEDS_SCRIPTS, shell.get().place(), shell.get().mark());
    }
    KindInput look = verdicts.look();
    if (look == null) {
      boolean text = verdicts.blocks().isPlainText() || spareWords > 0;
      PageKind kind = text ? PageKind.ARTICLE : PageKind.OTHER;
      return Finding.of(kind, "text", null);
    }
    return found(KindFeatures.of(look, verdicts, words), page.url());
  }

  private static Optional<Finding> redirect(Page page, Blocks blocks, Extent extent) {
    Document document = blocks.document();
    if (document == null || extent.words() > MOST_WORDS_AROUND_MARK) {
      return Optional.empty();
    }
    return DeclaredRefresh.of(blocks.head(), document)
        .map(refresh -> refresh.target())
        .filter(target -> !target.equals(page.url()))
        .map(target -> Finding.stub(Reason.REDIRECT_PAGE, "meta refresh", target))
        .or(
            () ->
                ScriptRedirect.of(document)
                    .filter(target -> !target.equals(page.url()))
                    .map(target -> Finding.stub(Reason.REDIRECT_PAGE, "script", target)));
  }

  /** Finds what a page says that is empty until its scripts have run, when it says little else. */
  private Optional<Wall> shell(BlockVerdicts verdicts, Extent extent) {
    Blocks blocks = verdicts.blocks();
    if (blocks.isPlainText() || extent.words() > MOST_WORDS_AROUND_MARK) {
      return Optional.empty();
    }
    Set<PageKind> shells = Set.of(PageKind.OTHER);
    Wall mark = null;
    int others = 0;
    for (Block block : blocks.list()) {
      Optional<Wall> found =
          waiting(block.text()).or(() -> interstitialMarks.inText(block.text(), shells));
      mark = found.orElse(mark);
      others += found.isEmpty() && verdicts.isKept(block.index()) ? block.words() : 0;
    }
    return others <= MOST_WORDS_OF_SHELL ? Optional.ofNullable(mark) : Optional.empty();
  }

  /** Finds what asks for patience: each clause of "Loading, please wait…" is a mark. */
  private Optional<Wall> waiting(String text) {
    List<Optional<Wall>> marks =
        CLAUSES
            .splitAsStream(text)
            .filter(clause -> !clause.isBlank())
            .map(interstitialMarks::inTitle)
            .toList();
    return marks.stream().allMatch(Optional::isPresent)
        ? marks.stream().flatMap(Optional::stream).filter(w -> w.kind() == PageKind.OTHER).findAny()
        : Optional.empty();
  }

  private Finding found(KindFeatures shape, @Nullable String url) {
    if (shape.of("type-live") > 0) {
      return Finding.of(PageKind.LIVE, "json-ld", "LiveBlogPosting");
    }
    if (shape.of("path-live") > 0 && shape.of("times") >= LEAST_LIVE_TIMES) {
      return Finding.of(PageKind.LIVE, "url", "and " + (int) shape.of("times") + " times");
    }
    boolean sold = isSold(shape);
    if (shape.of("page_ogType") == HeadWords.VIDEO
        && !sold
        && shape.of("keptWords") < MOST_VIDEO_WORDS) {
      return Finding.of(PageKind.VIDEO, "meta", "og:type");
    }
    Map<PageKind, Double> odds = model.odds(shape);
    boolean forum = ForumSigns.isShown(shape, url, words);
    odds.replaceAll((kind, odd) -> isPossible(kind, shape, sold, forum) ? odd : 0);
    PageKind kind = likeliest(odds);
    boolean mayBeVideo = kind != PageKind.PRODUCT && kind != PageKind.FORUM;
    if (mayBeVideo && isOnlyVideo(shape)) {
      return Finding.of(PageKind.VIDEO, "json-ld", "VideoObject");
    }
    return Finding.of(kind, "model", twoDigits(odds.getOrDefault(kind, 0.0)));
  }

  /** Returns a share of one with two decimal digits. */
  static String twoDigits(double share) {
    long hundredths = Math.round(share * 100);
    return (hundredths / 100) + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
  }

  /**
   * Decision trees guess from few signs, so some kinds need evidence: an index needs links, a
   * product a price, a forum a name that says so.
   */
  private static boolean isPossible(
      PageKind kind, KindFeatures shape, boolean sold, boolean forum) {
    return switch (kind) {
      case INDEX -> shape.of("page_a") >= LEAST_LINKS;
      case PRODUCT -> sold || shape.of("path-product") > 0 || shape.of("page_class_product") > 0;
      case FORUM -> forum;
      default -> true;
    };
  }

  private static boolean isSold(KindFeatures shape) {
    return shape.of("prices") > 0 || shape.of("type-product") > 0;
  }

  private static boolean isOnlyVideo(KindFeatures shape) {
    return shape.of("type-video") > 0
        && shape.of("type-article") == 0
        && shape.of("keptWords") < MOST_UNTYPED_VIDEO_WORDS;
  }

  /** Returns the likeliest kind of those that are likely enough; an article when none is. */
  static PageKind likeliest(Map<PageKind, Double> odds) {
    PageKind best = PageKind.ARTICLE;
    double most = 0;
    for (Map.Entry<PageKind, Double> kind : odds.entrySet()) {
      boolean doubted = kind.getValue() < LEAST.getOrDefault(kind.getKey(), 0.0);
      if (!doubted && kind.getValue() > most) {
        best = kind.getKey();
        most = kind.getValue();
      }
    }
    return best;
  }

  private Optional<Wall> wall(Page page, Blocks blocks, Extent extent) {
    if (extent.run() > MOST_RUNNING_WORDS && extent.words() > MOST_CONSENT_WORDS) {
      return Optional.empty();
    }
    String url = page.url();
    return Optional.ofNullable(url)
        .flatMap(interstitialMarks::inUrl)
        .filter(extent::allows)
        .or(() -> inClasses(blocks.document(), extent))
        .or(() -> inTitles(blocks, extent))
        .or(() -> inShortPage(page, blocks, extent))
        .or(() -> inConsentBox(blocks, extent))
        .or(() -> inDialog(blocks, extent));
  }

  private Optional<Wall> inClasses(@Nullable Document document, Extent extent) {
    if (document == null) {
      return Optional.empty();
    }
    Set<String> classes = document.body().classNames();
    if (document.firstElementChild() != null) {
      classes.addAll(document.firstElementChild().classNames());
    }
    return interstitialMarks.inClasses(classes).filter(extent::allows);
  }

  private Optional<Wall> inTitles(Blocks blocks, Extent extent) {
    Document document = blocks.document();
    if (document != null) {
      Optional<Wall> titled =
          interstitialMarks
              .inTitle(document.title())
              .filter(wall -> wall.kind().isWall())
              .filter(extent::allows);
      if (titled.isPresent()) {
        return titled;
      }
    }
    for (Block block : blocks.list()) {
      boolean heads =
          block.kind() == PassageKind.HEADING ? block.level() == 1 : blocks.isPlainText();
      Optional<Wall> found =
          heads
              ? interstitialMarks
                  .inTitle(block.text())
                  .filter(wall -> wall.kind().isWall())
                  .filter(extent::allows)
              : Optional.empty();
      if (found.isPresent() && (!blocks.isPlainText() || extent.words() < MOST_WORDS_AROUND_MARK)) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Wall> inShortPage(Page page, Blocks blocks, Extent extent) {
    if (extent.words() > MOST_WORDS_AROUND_MARK) {
      return Optional.empty();
    }
    return interstitialMarks
        .inSource(source(page.bytes()), REFUSALS)
        .or(() -> interstitialMarks.inText(text(blocks, block -> true), SHORT));
  }

  /** The scripts of the parse are gone by now, and the marks are ASCII. */
  private static String source(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, MOST_SOURCE), StandardCharsets.ISO_8859_1);
  }

  private Optional<Wall> inConsentBox(Blocks blocks, Extent extent) {
    if (extent.words() == 0 || extent.words() > MOST_CONSENT_WORDS) {
      return Optional.empty();
    }
    ConsentBoxes boxes = new ConsentBoxes(blocks.outline());
    BitSet inBox = new BitSet();
    int words = 0;
    int beside = 0;
    for (Block block : blocks.list()) {
      boolean inside = boxes.hold(block);
      inBox.set(block.index(), inside);
      words += inside ? block.words() : 0;
      beside += inside ? 0 : block.words();
      // Of most pages some lines tell.
      if (beside > MOST_WORDS_BESIDE_CONSENT) {
        return Optional.empty();
      }
    }
    boolean mostly =
        words >= extent.words() * CONSENT_SHARE
            && extent.words() - words <= MOST_WORDS_BESIDE_CONSENT;
    return mostly
        ? interstitialMarks.inText(
            text(blocks, block -> inBox.get(block.index())), Set.of(PageKind.CONSENT))
        : Optional.empty();
  }

  /** Finds dialogs without telling names, as frames of consent tools are saved beside a page. */
  private Optional<Wall> inDialog(Blocks blocks, Extent extent) {
    if (extent.words() > MOST_WORDS_OF_DIALOG || blocks.isPlainText()) {
      return Optional.empty();
    }
    Wall mark = null;
    int words = 0;
    for (Block block : blocks.list()) {
      Optional<Wall> found = interstitialMarks.inDialog(block.text());
      words += found.isPresent() ? block.words() : 0;
      mark = found.orElse(mark);
    }
    return words >= extent.words() * DIALOG_SHARE ? Optional.ofNullable(mark) : Optional.empty();
  }

  private static String text(Blocks blocks, Predicate<Block> of) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks.list()) {
      if (of.test(block)) {
        text.append(block.text()).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * How much text a page has.
   *
   * @param words words of all blocks
   * @param kept words of the blocks that were kept
   * @param run words of the longest run of kept blocks
   */
  record Extent(int words, int kept, int run) {
    static Extent of(BlockVerdicts verdicts, int spareWords) {
      int words = spareWords;
      int kept = spareWords;
      int run = 0;
      int longest = spareWords;
      for (Block block : verdicts.blocks().list()) {
        int count = block.words();
        boolean in = verdicts.isKept(block.index());
        words += count;
        kept += in ? count : 0;
        run = in ? run + count : 0;
        longest = Math.max(longest, run);
      }
      return new Extent(words, kept, longest);
    }

    /** Returns whether a page with so much text can be an interstitial of this kind. */
    boolean allows(Wall wall) {
      return switch (wall.kind()) {
        case CHALLENGE -> words <= MOST_CHALLENGE_WORDS;
        case CONSENT -> words <= MOST_CONSENT_WORDS;
        default -> kept <= MOST_ERROR_WORDS && run <= MOST_RUNNING_WORDS;
      };
    }
  }
}
