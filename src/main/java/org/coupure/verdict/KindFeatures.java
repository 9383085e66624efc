package org.coupure.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Tags;
import org.jsoup.nodes.Document;

/**
 * Features of a whole page after its blocks are judged: how much running text was kept, how many
 * links look like the headlines of other pages, what its URL, classes and structured data call it.
 * Made by the classifier, read when the kind of page is decided. Immutable.
 */
final class KindFeatures {
  /** Words of a link that may be another page's headline. */
  private static final int LEAST_HEADLINE = 4;

  private static final int MOST_HEADLINE = 25;

  private static final float ALL_LINKED = 0.8f;

  private static final int TIME = Tags.number("time");

  private static final String[] OWN = {
    "keptWords",
    "keptShare",
    "keptBlocks",
    "keptLinked",
    "keptLongWords",
    "keptLongShare",
    "keptHeadings",
    "keptItems",
    "keptRows",
    "keptCode",
    "longestKeptRun",
    "cards",
    "cardShare",
    "keptCards",
    "linkedHeadings",
    "plainHeadings",
    "teasers",
    "ellipses",
    "questions",
    "prices",
    "keptPrices",
    "times",
    "home",
    "query",
    "lastLength",
    "lastHyphens",
    "lastDigits",
    "lastExtension"
  };

  /** Elements that are counted for the kind of page only; blocks do not care. */
  private static final List<String> TAGS = List.of("h1", "table", "blockquote");

  private final float[] values;
  private final KindWords words;

  private KindFeatures(float[] values, KindWords words) {
    this.values = values;
    this.words = words;
  }

  /** Returns the names of the values, in order; a model refuses to load beside others. */
  static List<String> names(List<String> groups) {
    List<String> names = new ArrayList<>(PageFeatures.names());
    TAGS.forEach(tag -> names.add("page_" + tag));
    names.addAll(List.of(OWN));
    names.addAll(groups);
    return List.copyOf(names);
  }

  /**
   * Returns the shape of a page.
   *
   * @param verdicts the verdicts, one on every block
   */
  static KindFeatures of(KindInput look, BlockVerdicts verdicts, KindWords words) {
    Counting counting = new Counting(look, verdicts);
    counting.count();
    float[] groups = new float[words.groups().size()];
    StatedTypes.count(look.page, words, groups);
    attributes(look.page, words, groups);
    Path path = Path.of(look.path);
    path.count(words, groups);
    float[] tags = tags(look);
    float[] own = counting.values(path);
    float[] shared = look.shared;
    float[] values = new float[shared.length + tags.length + own.length + groups.length];
    int at = 0;
    for (float[] part : List.of(shared, tags, own, groups)) {
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    return new KindFeatures(values, words);
  }

  private static float[] tags(KindInput look) {
    float[] counts = new float[TAGS.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = look.tagCounts[Tags.number(TAGS.get(i))];
    }
    return counts;
  }

  float[] values() {
    return values;
  }

  /** Returns the value of this name. */
  float of(String name) {
    return values[words.place(name)];
  }

  /** Microdata's types, and the classes of the outermost elements. */
  private static void attributes(Blocks page, KindWords words, float[] groups) {
    for (String type : page.outline().types()) {
      StatedTypes.add(words, type, groups);
    }
    Document document = page.document();
    if (document == null) {
      return;
    }
    String classes = document.body().className() + ' ' + document.body().id() + ' ';
    String lower = classes.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        add(words.body(lower.substring(start, i)), groups);
        start = i + 1;
      }
    }
  }

  private static void add(int bits, float[] groups) {
    int rest = bits;
    for (int group = 0; rest != 0; group++, rest >>>= 1) {
      groups[group] += rest & 1;
    }
  }

  /** A URL's path in its parts. */
  private record Path(List<String> segments, String last, boolean query) {
    static Path of(String path) {
      int end = path.indexOf('?') >= 0 ? path.indexOf('?') : path.length();
      end = path.indexOf('#') >= 0 ? Math.min(end, path.indexOf('#')) : end;
      String plain = path.substring(0, end);
      List<String> segments = List.of(plain.split("/", -1));
      String last = "";
      for (String segment : segments) {
        last = segment.isEmpty() ? last : segment;
      }
      return new Path(segments, last, end < path.length());
    }

    void count(KindWords words, float[] groups) {
      for (String segment : segments) {
        int bits = words.path(segment);
        if (bits == 0 && segment.length() < 40) {
          bits = ofLetters(segment, words);
        }
        add(bits, groups);
      }
    }
  }

  /** Returns the groups of the words of a segment that are nothing but letters. */
  private static int ofLetters(String segment, KindWords words) {
    int bits = 0;
    int start = 0;
    for (int i = 0; i <= segment.length(); ) {
      int c = i == segment.length() ? ' ' : segment.codePointAt(i);
      if (!Character.isLetter(c)) {
        bits |= words.path(segment.substring(start, i));
        start = i + Character.charCount(c);
      }
      i += Character.charCount(c);
    }
    return bits;
  }

  /** One pass over the blocks. */
  private static final class Counting {
    private final KindInput look;
    private final BlockVerdicts verdicts;
    private int keptWords;
    private int keptBlocks;
    private float keptLinked;
    private int keptLong;
    private final Map<PassageKind, Integer> kinds = new EnumMap<>(PassageKind.class);
    private int run;
    private int longestRun;
    private int cards;
    private int cardWords;
    private int keptCards;
    private int linkedHeadings;
    private int plainHeadings;
    private int teasers;
    private int ellipses;
    private int questions;
    private int prices;
    private int keptPrices;

    Counting(KindInput look, BlockVerdicts verdicts) {
      this.look = look;
      this.verdicts = verdicts;
    }

    void count() {
      boolean afterCard = false;
      for (Block block : look.page.list()) {
        int i = block.index();
        int tokens = look.tokens[i];
        float linked = look.linkDensities[i];
        boolean kept = verdicts.isKept(i);
        boolean card = linked > ALL_LINKED && tokens >= LEAST_HEADLINE && tokens <= MOST_HEADLINE;
        boolean priced = look.priced[i];
        if (kept) {
          kept(block.kind(), tokens, linked);
        }
        run = kept && linked < ALL_LINKED ? run + tokens : kept ? run : 0;
        longestRun = Math.max(longestRun, run);
        cards += card ? 1 : 0;
        cardWords += card ? tokens : 0;
        keptCards += card && kept ? 1 : 0;
        if (block.kind() == PassageKind.HEADING) {
          linkedHeadings += linked > ALL_LINKED ? 1 : 0;
          plainHeadings += linked > ALL_LINKED ? 0 : 1;
        }
        teasers += afterCard && linked < ALL_LINKED && tokens >= 8 && tokens <= 60 ? 1 : 0;
        char end = block.text().charAt(block.text().length() - 1);
        ellipses += end == '…' || block.text().endsWith("...") ? 1 : 0;
        questions += end == '?' ? 1 : 0;
        prices += priced ? 1 : 0;
        keptPrices += priced && kept ? 1 : 0;
        afterCard = card || (afterCard && tokens < 8);
      }
    }

    private void kept(PassageKind kind, int tokens, float linked) {
      keptWords += tokens;
      keptBlocks++;
      keptLinked += linked * tokens;
      keptLong += tokens >= FeatureContext.LONG_TOKENS && linked < 0.4f ? tokens : 0;
      kinds.merge(kind, 1, Integer::sum);
    }

    float[] values(Path path) {
      float words = Math.max(1, keptWords);
      int all = Math.max(1, Arrays.stream(look.tokens).sum());
      String last = path.last();
      int hyphens = 0;
      int digits = 0;
      for (int i = 0; i < last.length(); i++) {
        hyphens += last.charAt(i) == '-' || last.charAt(i) == '_' ? 1 : 0;
        digits += Character.isDigit(last.charAt(i)) ? 1 : 0;
      }
      return new float[] {
        keptWords,
        keptWords / (float) all,
        keptBlocks,
        keptLinked / words,
        keptLong,
        keptLong / words,
        kinds.getOrDefault(PassageKind.HEADING, 0),
        kinds.getOrDefault(PassageKind.LIST_ITEM, 0),
        kinds.getOrDefault(PassageKind.TABLE_ROW, 0),
        kinds.getOrDefault(PassageKind.CODE, 0),
        longestRun,
        cards,
        cardWords / (float) all,
        keptCards,
        linkedHeadings,
        plainHeadings,
        teasers,
        ellipses,
        questions,
        prices,
        keptPrices,
        look.tagCounts[TIME],
        last.isEmpty() ? 1 : 0,
        path.query() ? 1 : 0,
        last.length(),
        hyphens,
        digits,
        last.indexOf('.') >= 0 ? 1 : 0
      };
    }
  }
}
