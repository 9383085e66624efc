package org.coupure.verdict;

import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Drops paragraphs that no reader sees: those whose own element is hidden beside paragraphs that
 * are shown, with nothing on the page that could open them. They may hold anything, such as
 * instructions to language models. An element with a name, a role or a heading of its own may be a
 * section that unfolds, so it is left to the other judges. Immutable.
 *
 * <p>Of the hidden blocks that were kept on the development pages (3,600 on 120 pages), those that
 * belong to the article stand in elements with a name, a role or an id, or are nearly the whole
 * page.
 */
public final class HiddenTextJudge implements Judge {
  /** The words by which frameworks name what opens. */
  private static final BoxNames OPENING = BoxNames.of("unfolding");

  /** Text beside the hidden one counts as prose from here on. Chosen: two lines of a phone. */
  private static final int PROSE = 12;

  /** More of a page's words are not an addition to it: a script uncovers the page. */
  private static final double LARGEST_SHARE = 0.4;

  /** A block of more words is a text of its own, such as the page's source for machines. */
  private static final int MOST_WORDS = 200;

  private static final int MAX_DEPTH = 2;

  private final HiddenText policy;

  /** Makes the judge of a policy. */
  public HiddenTextJudge(HiddenText policy) {
    this.policy = policy;
  }

  @Override
  public void judge(BlockVerdicts verdicts) {
    Blocks blocks = verdicts.blocks();
    if (blocks.isPlainText() || !isWanted()) {
      return;
    }
    int words = words(blocks.list());
    for (Block block : blocks.list()) {
      if (isHidden(block)) {
        if (policy == HiddenText.DROP) {
          verdicts.drop(block.index(), Decider.STRUCTURE, "hidden");
        } else if (isUnopened(blocks, block, words)) {
          verdicts.drop(block.index(), Decider.STRUCTURE, "hidden, and nothing opens it");
        }
      }
    }
  }

  private boolean isWanted() {
    return policy == HiddenText.AUTO || policy == HiddenText.DROP;
  }

  /** Returns whether a browser would not show a block, by an attribute or a style of its own. */
  public static boolean isHidden(Block block) {
    return (block.hidden() & (Block.HIDDEN_STYLE | Block.HIDDEN_OUTSIDE)) != 0;
  }

  private static boolean isUnopened(Blocks blocks, Block block, int pageWords) {
    Outline outline = blocks.outline();
    int hider = hider(outline, block.row());
    if (hider < 0 || block.words() > MOST_WORDS || mayOpen(outline, hider, block.row())) {
      return false;
    }
    int from = outline.firstBlock(hider);
    int to = outline.endBlock(hider);
    Element element = outline.element(hider);
    if (words(blocks.list().subList(from, to)) > pageWords * LARGEST_SHARE
        || isReferred(blocks.document(), element)) {
      return false;
    }
    return isBesideProse(blocks, outline.parent(hider), from, to)
        && !isSection(element)
        && !isRest(blocks, outline.parent(hider), element, to);
  }

  private static int words(List<Block> blocks) {
    int words = 0;
    for (Block block : blocks) {
      words += block.words();
    }
    return words;
  }

  /** Returns the nearest row around a block that is hidden itself; -1 when none is near. */
  private static int hider(Outline outline, int row) {
    int at = row;
    for (int depth = 0; at >= 0 && depth <= MAX_DEPTH; depth++) {
      if (outline.isHiding(at)) {
        return at;
      }
      at = outline.parent(at);
    }
    return -1;
  }

  private static boolean mayOpen(Outline outline, int hider, int row) {
    boolean leaf = hider == row;
    return !outline.role(hider).isEmpty()
        || outline.element(hider).attr("hidden").equals("until-found")
        || OPENING.name(outline, hider)
        || (!leaf && (!outline.id(hider).isEmpty() || isNamed(outline, hider)));
  }

  private static boolean isNamed(Outline outline, int row) {
    return !outline.element(row).className().isBlank();
  }

  /** Returns whether something on the page names the element by its id, to open it. */
  private static boolean isReferred(@Nullable Document document, Element element) {
    String id = element.id();
    if (document == null || id.isEmpty()) {
      return false;
    }
    String quoted = id.replace("\\", "\\\\").replace("'", "\\'");
    return !document
        .select(
            "[aria-controls='%1$s'],[href='#%1$s'],[data-target='#%1$s'],[data-bs-target='#%1$s']"
                .formatted(quoted))
        .isEmpty();
  }

  /** Returns whether the parent of the hidden element holds prose that is shown. */
  private static boolean isBesideProse(Blocks blocks, int parent, int from, int to) {
    Outline outline = blocks.outline();
    if (parent < 0) {
      return false;
    }
    for (int i = outline.firstBlock(parent); i < outline.endBlock(parent); i++) {
      Block other = blocks.list().get(i);
      boolean beside = i < from || i >= to;
      if (beside && other.hidden() == 0 && other.words() >= PROSE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the element is all of a section under a heading or a button, as questions with
   * their answers are.
   */
  private static boolean isSection(Element element) {
    Element before = element.previousElementSibling();
    Element after = element.nextElementSibling();
    boolean ends = after == null || isOpener(after);
    return before != null && isOpener(before) && ends;
  }

  private static boolean isOpener(Element element) {
    String tag = element.normalName();
    return tag.equals("button")
        || tag.equals("summary")
        || tag.equals("dt")
        || (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)))
        || element.hasAttr("aria-expanded")
        || element.hasAttr("aria-controls")
        || element.hasAttr("onclick")
        || element.selectFirst("> button, > [aria-expanded], > [onclick], > a[href='#']") != null;
  }

  /**
   * Returns whether the element is one of several with which its parent ends: what a button "read
   * more" uncovers by its script alone.
   */
  private static boolean isRest(Blocks blocks, int parent, Element element, int to) {
    Outline outline = blocks.outline();
    for (int i = to; i < outline.endBlock(parent); i++) {
      if (blocks.list().get(i).hidden() == 0) {
        return false;
      }
    }
    Element before = element.previousElementSibling();
    int row = before == null ? -1 : outline.row(before, parent);
    return to < outline.endBlock(parent) || (row >= 0 && outline.isHiding(row));
  }
}
