package org.coupure.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.page.Head;
import org.coupure.text.TextKey;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Drops whole other stories that a page loads below its own while a reader scrolls; browsers and
 * renderers save them with the page. Stories stand in elements of one name, each with a headline of
 * its own; the page's is the one that its title names. Where it names none, or where the others
 * show no sign of being stories (a byline, a time, a URL, {@code <article>}), nothing is dropped:
 * chapters may have headlines, too. Immutable.
 */
public final class OtherStoriesJudge implements Judge {
  private static final Verdict DROPPED =
      Verdict.drop(Decider.STRUCTURE, "another story on the page");

  /** Words of a story; what has fewer is a teaser, which others know. Chosen. */
  private static final int LEAST_WORDS = 40;

  /** Headlines stand higher than that, where a site's name has the first level. */
  private static final int LOWEST_LEVEL = 2;

  /** Words of a headline; fewer may be the site's name, which its title has as well. */
  private static final int LEAST_HEADLINE = 3;

  private static final String SIGNS =
      "time, [rel=author], [itemprop=author], [itemprop=datePublished], [class*=byline],"
          + " [class*=author], [class*=date]";

  private final List<String> titles = new ArrayList<>();

  /** Makes the judge of a page by what its head calls it. */
  public OtherStoriesJudge(Head head) {
    for (String name : List.of("og:title", "twitter:title")) {
      add(head.meta(name));
    }
    add(head.title());
  }

  private void add(@Nullable String title) {
    if (title != null) {
      titles.add(" " + TextKey.of(title) + " ");
    }
  }

  /** Returns whether blocks were dropped because they belong to another story. */
  public static boolean hasDropped(BlockVerdicts verdicts) {
    for (Block block : verdicts.blocks().list()) {
      if (DROPPED.equals(verdicts.verdict(block.index()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void judge(BlockVerdicts verdicts) {
    Blocks blocks = verdicts.blocks();
    if (blocks.isPlainText() || titles.isEmpty()) {
      return;
    }
    List<Story> stories = stories(blocks);
    Story own = null;
    for (Story story : stories) {
      own = own == null && isTitle(story.headline()) ? story : own;
    }
    if (own == null) {
      return;
    }
    for (Story story : stories) {
      boolean other = story.isLike(own) && !isTitle(story.headline());
      for (int i = story.from(); other && i < story.to(); i++) {
        verdicts.give(i, DROPPED);
      }
    }
  }

  private boolean isTitle(Block headline) {
    String key = " " + TextKey.of(headline.text()) + " ";
    return headline.words() >= LEAST_HEADLINE
        && titles.stream().anyMatch(title -> title.contains(key));
  }

  /** Returns the elements that hold one headline of the title's level and prose, in their order. */
  private List<Story> stories(Blocks blocks) {
    List<Block> headlines = new ArrayList<>();
    int level = 0;
    for (Block block : blocks.list()) {
      boolean heading = block.kind() == PassageKind.HEADING && block.level() <= LOWEST_LEVEL;
      level = level == 0 && heading && isTitle(block) ? block.level() : level;
    }
    for (Block block : blocks.list()) {
      if (block.kind() == PassageKind.HEADING && block.level() == level) {
        headlines.add(block);
      }
    }
    List<Story> stories = new ArrayList<>();
    for (int i = 0; headlines.size() > 1 && i < headlines.size(); i++) {
      int before = i == 0 ? -1 : headlines.get(i - 1).index();
      int after = i + 1 == headlines.size() ? Integer.MAX_VALUE : headlines.get(i + 1).index();
      Story story = story(blocks, headlines.get(i), before, after);
      if (story != null) {
        stories.add(story);
      }
    }
    return stories;
  }

  /** Returns the widest element around a headline that holds no other one. */
  private static @Nullable Story story(Blocks blocks, Block headline, int before, int after) {
    Outline outline = blocks.outline();
    Story widest = null;
    for (int row = headline.boxRow(); row >= 0; row = outline.parent(row)) {
      int from = outline.firstBlock(row);
      int to = outline.endBlock(row);
      if (from <= before || to > after) {
        break;
      }
      Element element = outline.element(row);
      boolean unit = !element.className().isBlank() || element.normalName().equals("article");
      if (unit && words(blocks, from, to) >= LEAST_WORDS) {
        widest = new Story(headline, element, from, to);
        if (element.normalName().equals("article")) {
          break;
        }
      }
    }
    return widest;
  }

  private static int words(Blocks blocks, int from, int to) {
    int words = 0;
    for (Block block : blocks.list().subList(from, to)) {
      words += block.kind() == PassageKind.HEADING ? 0 : block.words();
    }
    return words;
  }

  /**
   * An element with a headline of its own.
   *
   * @param from index of its first block
   * @param to index behind its last block
   */
  private record Story(Block headline, Element element, int from, int to) {
    boolean isLike(Story own) {
      return !equals(own)
          && element.normalName().equals(own.element.normalName())
          && headline.level() == own.headline.level()
          && sharesClass(own.element)
          && isStory();
    }

    /** Themes add a number and the section's name to the class of each story. */
    private boolean sharesClass(Element own) {
      return element.className().isBlank()
          ? own.className().isBlank()
          : !Collections.disjoint(element.classNames(), own.classNames());
    }

    private boolean isStory() {
      return element.normalName().equals("article")
          || element.hasAttr("data-url")
          || element.selectFirst(SIGNS) != null;
    }
  }
}
