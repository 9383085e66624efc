package org.coupure.verdict;

import java.util.HashMap;
import java.util.Map;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Outline;
import org.coupure.block.Tags;

/**
 * Drops what an article says twice: the second copy of a paragraph, as pages have them for narrow
 * screens, and pull quotes, which are set beside the paragraph that they are taken from.
 */
final class DuplicateText {
  /** Shorter ones may recur: a refrain, a condition under each offer, a greeting. */
  private static final int LEAST_COPY = 25;

  private static final int LEAST_QUOTE = 6;
  private static final int LONGEST_QUOTE = 60;

  /** A thread quotes more, post by post, and each would be looked for in all of its text. */
  private static final int MOST_QUOTES = 24;

  private static final BoxNames NAMES = BoxNames.of("quote");

  private static final int ASIDE = Tags.number("aside");

  private DuplicateText() {}

  /** Copies in one box stay: who writes a paragraph twice in a row means it. */
  static void dropCopies(DraftVerdicts draft) {
    Map<String, Integer> parents = new HashMap<>();
    for (int i = 0; i < draft.blocks().size(); i++) {
      boolean text = draft.is(i, PassageKind.PARAGRAPH) || draft.is(i, PassageKind.QUOTE);
      if (draft.isKept(i) && text && draft.words(i) >= LEAST_COPY) {
        int parent = draft.parent(i);
        Integer first = parents.putIfAbsent(draft.block(i).text(), parent);
        if (first != null && first != parent && draft.mayDrop(i)) {
          draft.drop(i, Decider.STRUCTURE, "a copy of a paragraph above");
        }
      }
    }
  }

  static void dropQuotes(DraftVerdicts draft) {
    int quotes = 0;
    for (int i = 0; i < draft.blocks().size() && quotes < MOST_QUOTES; i++) {
      if (isQuote(draft, i)) {
        quotes++;
        if (isTaken(draft, i)) {
          draft.drop(i, Decider.STRUCTURE, "a pull quote");
        }
      }
    }
  }

  private static boolean isQuote(DraftVerdicts draft, int i) {
    return draft.mayDrop(i)
        && draft.words(i) >= LEAST_QUOTE
        && draft.words(i) <= LONGEST_QUOTE
        && (draft.is(i, PassageKind.QUOTE)
            || (draft.is(i, PassageKind.PARAGRAPH) && isNamed(draft, i)));
  }

  private static boolean isNamed(DraftVerdicts draft, int i) {
    Outline outline = draft.view.outline;
    return isNamed(outline, draft.view.boxRow(i)) || isNamed(outline, draft.parent(i));
  }

  private static boolean isNamed(Outline outline, int row) {
    if (row < 0) {
      return false;
    }
    return outline.tag(row) == ASIDE || NAMES.name(outline, row);
  }

  /** Returns whether a longer kept block has all that {@code quote} says. */
  private static boolean isTaken(DraftVerdicts draft, int quote) {
    String said = bare(draft.block(quote).text());
    for (int i = 0; i < draft.blocks().size(); i++) {
      boolean longer = draft.isKept(i) && draft.words(i) > draft.words(quote);
      if (longer && draft.block(i).text().contains(said)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the text without the marks around it: a pull quote has others than its paragraph. */
  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
