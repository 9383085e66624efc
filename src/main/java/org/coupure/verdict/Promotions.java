package org.coupure.verdict;

import org.coupure.article.PassageKind;
import org.coupure.article.Verdict.Decider;
import org.coupure.text.Tokens;
import org.jsoup.nodes.Document;

/**
 * Drops what a paper offers between its paragraphs: a letter and how to get it, channels to follow,
 * a list of what subscribers get.
 */
final class Promotions {
  /** More than a few sentences are no offer. */
  private static final int LONGEST = 60;

  /** An offer without a link is short; what explains newsletters is not. */
  private static final int SHORT = 20;

  /** A page that mentions newsletters more often is about them. */
  private static final int MOST_LETTERS = 3;

  /** Words of the longest appeal to write to the newsroom; more ask about the story itself. */
  private static final int APPEAL = 40;

  /**
   * Words behind the URL in an appeal at most: "… or on Signal". Chosen; a sentence that goes on
   * after it tells who said so.
   */
  private static final int BEHIND_URL = 5;

  /** A list of offers names at least so many different things. */
  private static final int LEAST_THINGS = 3;

  /** The heading of a list of offers is at most so many blocks above it. */
  private static final int REACH = 3;

  private static final PromotionWords WORDS = PromotionWords.load();
  private static final long LETTER = WORDS.bits("letter");
  private static final long SIGN_UP = WORDS.bits("sign-up");
  private static final long CHANNEL = WORDS.bits("follow", "network");
  private static final long NEWSROOM = WORDS.bits("newsroom");
  private static final long SUBSCRIBER = WORDS.bits("sign-up", "member", "unlimited");

  /** Words that do not name an offer. */
  private static final long NO_THING = WORDS.bits("member", "follow", "network");

  private final DraftVerdicts draft;

  /** The meanings of each block's words, computed when first asked for. */
  private final long[] meanings;

  private Promotions(DraftVerdicts draft) {
    this.draft = draft;
    this.meanings = new long[draft.blocks().size()];
  }

  static void drop(DraftVerdicts draft) {
    Promotions promotions = new Promotions(draft);
    promotions.lines();
    promotions.lists();
  }

  private void lines() {
    int letters = 0;
    boolean offered = false;
    for (int i = 0; i < meanings.length; i++) {
      if (draft.isKept(i) && mayOffer(i)) {
        long meaning = WORDS.in(draft.block(i).text());
        meanings[i] = meaning;
        letters += (meaning & LETTER) != 0 ? 1 : 0;
        offered |= isLetter(i);
        if (draft.mayDrop(i) && (meaning & CHANNEL) == CHANNEL) {
          draft.drop(i, Decider.PHRASE, "channels to follow");
        } else if (draft.mayDrop(i) && isAppeal(i, meaning)) {
          draft.drop(i, Decider.PHRASE, "an address of the newsroom");
        }
      }
    }
    if (!offered || letters > MOST_LETTERS || isAboutLetters(letters)) {
      return;
    }
    for (int i = 0; i < meanings.length; i++) {
      if (draft.mayDrop(i) && isLetter(i)) {
        draft.drop(i, Decider.PHRASE, "an offer of a newsletter");
      }
    }
  }

  /** Returns whether the block ends with the newsroom's URL; a story goes on behind it. */
  private boolean isAppeal(int i, long meaning) {
    if ((meaning & NEWSROOM) == 0 || draft.words(i) > APPEAL) {
      return false;
    }
    String text = draft.block(i).text();
    int end = text.indexOf(' ', Math.max(0, text.lastIndexOf('@')));
    return end < 0 || Tokens.count(text.substring(end)) <= BEHIND_URL;
  }

  private boolean isLetter(int i) {
    long both = LETTER | SIGN_UP;
    return (meanings[i] & both) == both && !draft.is(i, PassageKind.HEADING);
  }

  private boolean mayOffer(int i) {
    int words = draft.words(i);
    return words <= SHORT || (words <= LONGEST && draft.block(i).ink().links() > 0);
  }

  /** Returns whether the title or the paragraphs mention newsletters as well. */
  private boolean isAboutLetters(int inShort) {
    Document document = draft.view.page.document();
    int letters = inShort;
    if (document != null && (WORDS.in(document.title()) & LETTER) != 0) {
      return true;
    }
    for (int i = 0; i < meanings.length && letters <= MOST_LETTERS; i++) {
      boolean other = draft.isKept(i) && !mayOffer(i);
      letters += other && (WORDS.in(draft.block(i).text()) & LETTER) != 0 ? 1 : 0;
    }
    return letters > MOST_LETTERS;
  }

  private void lists() {
    int i = 0;
    while (i < meanings.length) {
      int end = i + 1;
      if (draft.is(i, PassageKind.LIST_ITEM)) {
        int list = draft.parent(i);
        boolean kept = draft.isKept(i);
        for (;
            end < meanings.length
                && draft.is(end, PassageKind.LIST_ITEM)
                && draft.parent(end) == list;
            end++) {
          kept |= draft.isKept(end);
        }
        if (kept && end - i > 1 && isForSubscribers(i) && offersThings(i, end)) {
          dropAll(i, end);
        }
      }
      i = end;
    }
  }

  private void dropAll(int from, int to) {
    for (int i = from; i < to; i++) {
      if (draft.mayDrop(i)) {
        draft.drop(i, Decider.PHRASE, "a list of what subscribers get");
      }
    }
  }

  /** Returns whether half of a list's items or more offer something, and several things in all. */
  private boolean offersThings(int from, int to) {
    long things = 0;
    int items = 0;
    for (int i = from; i < to; i++) {
      long meaning = meaning(i) & ~NO_THING;
      things |= meaning;
      items += meaning != 0 ? 1 : 0;
    }
    return Long.bitCount(things) >= LEAST_THINGS && items * 2 >= to - from;
  }

  private boolean isForSubscribers(int list) {
    for (int i = Math.max(0, list - REACH); i < list; i++) {
      if (draft.words(i) < LONGEST && (meaning(i) & SUBSCRIBER) != 0) {
        return true;
      }
    }
    return false;
  }

  private long meaning(int i) {
    if (meanings[i] == 0) {
      meanings[i] = WORDS.in(draft.block(i).text());
    }
    return meanings[i];
  }
}
