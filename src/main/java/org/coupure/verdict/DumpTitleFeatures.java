package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.TitleKey;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;
import org.coupure.text.Sentences;

/**
 * Features of a line that may be a dump's headline: its distance to the first paragraph, the lines
 * that repeat it, whole or cut off, the words it shares with the text, and its shape.
 */
final class DumpTitleFeatures implements FeatureGroup {
  /** Log odds of a line that is text for sure. */
  private static final float LIKELY = 0.5f;

  /** Characters of the shortest paragraph that a headline stands above. */
  private static final int PARAGRAPH = 60;

  /** Characters of a headline's beginning that whoever repeats it must have. */
  private static final int START = 15;

  /** Only the last so many lines before the first paragraph are compared with one another. */
  private static final int REACH = 300;

  /** So many lines of text below tell what it is about. */
  private static final int TEXT_LINES = 4;

  private final DumpView view;
  private final float[] chances;
  private final float[] before;

  /** The first line that is likely text and long; the likeliest line where there is none. */
  final int first;

  private final List<TitleKey> heads;
  private final int[] sames;
  private final int[] insides;
  private final int[] cuts;

  DumpTitleFeatures(DumpView view, float[] chances) {
    this.view = view;
    this.chances = chances;
    int n = view.count;
    before = new float[n + 1];
    int found = -1;
    int best = 0;
    for (int i = 0; i < n; i++) {
      before[i + 1] = before[i] + chances[i];
      best = chances[i] > chances[best] ? i : best;
      boolean text = chances[i] > LIKELY && view.block(i).text().length() > PARAGRAPH;
      found = found < 0 && text ? i : found;
    }
    first = found < 0 ? best : found;
    heads = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      heads.add(TitleKey.of(view.block(i).text()));
    }
    sames = new int[n];
    insides = new int[n];
    cuts = new int[n];
    compare();
  }

  /** Only lines that share words are compared as a whole. */
  private void compare() {
    int low = Math.max(0, first - REACH);
    int high = Math.min(view.count, first + REACH);
    String[] starts = new String[view.count];
    for (int i = 0; i < view.count; i++) {
      String key = heads.get(i).key();
      starts[i] = key.substring(0, Math.min(key.length(), START));
    }
    for (int i = low; i < high; i++) {
      int other = view.echoes.other[i];
      boolean cut = heads.get(i).cut();
      if (cut && i < first + 4) {
        compareCut(i, starts);
      } else if (other >= 0
          && view.text.tokens[i] <= 40
          && view.echoes.share[i] >= LIKELY
          && !starts[i].isEmpty()) {
        compareWhole(i, starts[i], low, high);
      }
    }
  }

  /** Notes which lines the cut line {@code i} is the beginning of. */
  private void compareCut(int i, String[] starts) {
    TitleKey line = heads.get(i);
    int from = Math.max(0, Math.min(i, first) - 60);
    int to = Math.min(view.count, Math.max(i + 1, first + 4));
    for (int j = from; j < to; j++) {
      // Whoever is repeated by the line has its own beginning in it.
      boolean may = j != i && line.key().contains(starts[j]);
      cuts[j] += may && heads.get(j).isRepeatedBy(line) ? 1 : 0;
    }
  }

  /** Counts the lines that repeat line {@code i}, and those that have more beside it. */
  private void compareWhole(int i, String start, int low, int high) {
    TitleKey mine = heads.get(i);
    for (int j = low; j < high; j++) {
      TitleKey line = heads.get(j);
      if (j != i && line.key().contains(start)) {
        boolean same = mine.key().equals(line.key());
        sames[i] += same ? 1 : 0;
        insides[i] += !same && mine.isRepeatedBy(line) ? 1 : 0;
      }
    }
  }

  static List<String> names() {
    return List.of(
        "t_chance",
        "t_toFirst",
        "t_index",
        "t_same",
        "t_inside",
        "t_cuts",
        "t_echo",
        "t_echoLonger",
        "t_echoBelow",
        "t_longerBetween",
        "t_sentencesBetween",
        "t_tokens",
        "t_chars",
        "t_known",
        "t_knownWords",
        "t_inFirst",
        "t_inText",
        "t_textBefore",
        "t_chanceNext",
        "t_chanceBefore",
        "t_end",
        "t_cut",
        "t_capitals",
        "t_uppers",
        "t_functions",
        "t_digits",
        "t_separators",
        "t_phrase",
        "t_phraseBefore",
        "t_phraseNext",
        "t_byline",
        "t_bylineNext",
        "t_dated",
        "t_datedNext",
        "t_datedAfterNext",
        "t_apart",
        "t_apartNext",
        "t_begin",
        "t_oddsRate",
        "t_tokensBefore1",
        "t_tokensBefore2",
        "t_tokensNext",
        "t_tokensAfterNext",
        "t_longestAbove",
        "t_lines",
        "t_seams",
        "t_addresses",
        "t_sentenceInside",
        "t_short",
        "t_copiesAbove");
  }

  @Override
  public void write(int i, FeatureRow row) {
    TextMeasures m = view.text;
    DumpEchoes e = view.echoes;
    String text = view.block(i).text();
    float tokens = Math.max(1, m.tokens[i]);
    row.add(chances[i]);
    row.add(first - i);
    row.add(i);
    row.add(sames[i]);
    row.add(insides[i]);
    row.add(cuts[i]);
    row.add(e.share[i]);
    row.add(e.other[i] >= 0 && m.tokens[e.other[i]] > m.tokens[i] ? 1 : 0);
    row.add(e.other[i] > i ? 1 : 0);
    between(i, row);
    row.add(m.tokens[i]);
    row.add(text.length());
    row.add(e.known[i]);
    row.add(e.knownWords[i]);
    row.add(e.shareIn(i, first, first + TEXT_LINES));
    row.add(e.shareIn(i, first, view.count));
    row.add(before[i]);
    row.add(i + 1 < view.count ? chances[i + 1] : -1);
    row.add(i > 0 ? chances[i - 1] : -1);
    row.add(m.ends[i]);
    row.add(view.cut[i] ? 1 : 0);
    row.add(m.capitalised[i] / tokens);
    row.add(m.uppers[i] / (float) Math.max(1, m.letters[i]));
    row.add(m.functionWords[i] / tokens);
    row.add(m.digits[i] / (float) text.length());
    row.add(m.separators[i]);
    row.add(view.phraseStrength[i]);
    row.add(i > 0 ? view.phraseStrength[i - 1] : -1);
    row.add(i + 1 < view.count ? view.phraseStrength[i + 1] : -1);
    neighbours(i, row);
    row.add(view.words.sums[i] / tokens);
    for (int step : new int[] {-1, -2, 1, 2}) {
      int j = i + step;
      row.add(j >= 0 && j < view.count ? m.tokens[j] : -1);
    }
    row.add(longestAbove(i));
    row.add(view.count);
    row.add(seams(text));
    row.add(m.urls[i]);
    row.add(Sentences.isEndInside(text) ? 1 : 0);
    row.add(m.tokens[i] <= 3 ? 1 : 0);
    row.add(copiesAbove(i));
  }

  private void neighbours(int i, FeatureRow row) {
    int next = Math.min(view.count - 1, i + 1);
    int afterNext = Math.min(view.count - 1, i + 2);
    row.add(view.bylines[i] ? 1 : 0);
    row.add(view.bylines[next] ? 1 : 0);
    row.add(view.dated[i] ? 1 : 0);
    row.add(view.dated[next] ? 1 : 0);
    row.add(view.dated[afterNext] ? 1 : 0);
    row.add(view.block(i).isApart() ? 1 : 0);
    row.add(view.block(next).isApart() ? 1 : 0);
    row.add(view.text.begins[i]);
  }

  /** How many lines between the line and the first paragraph are longer, or long at all. */
  private void between(int i, FeatureRow row) {
    int longer = 0;
    int sentences = 0;
    for (int j = i + 1; j < first && j < i + 200; j++) {
      longer += view.text.tokens[j] > view.text.tokens[i] ? 1 : 0;
      sentences += view.text.tokens[j] >= 5 ? 1 : 0;
    }
    row.add(longer);
    row.add(sentences);
  }

  private int longestAbove(int i) {
    int longest = 0;
    for (int j = Math.max(0, i - 30); j < i; j++) {
      longest = Math.max(longest, Math.min(40, view.text.tokens[j]));
    }
    return longest;
  }

  private int copiesAbove(int i) {
    int copies = 0;
    for (int j = Math.max(0, i - 30); j < i; j++) {
      copies += view.echoes.other[j] == i && view.echoes.share[j] > LIKELY ? 1 : 0;
    }
    return copies;
  }

  private static int seams(String text) {
    int seams = 0;
    for (int i = 1; i < text.length(); i++) {
      boolean upper = Character.isUpperCase(text.charAt(i));
      seams += upper && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
    }
    return seams;
  }
}
