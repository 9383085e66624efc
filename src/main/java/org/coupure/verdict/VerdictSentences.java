package org.coupure.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coupure.article.ModelReason;
import org.coupure.article.ModelReason.Contribution;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Puts the reason of a verdict into a sentence for a person. The texts are data, one file a
 * language under {@code config/reasons}; of a learned model's verdict the three strongest facts
 * that speak for it are named. Immutable and thread-safe.
 */
public final class VerdictSentences {
  /** The languages there are, as BCP 47 tags; the first is the one that the others are made of. */
  public static final List<String> LANGUAGES = List.of("en", "fr");

  /** More than three reasons are a list and not a reason. */
  private static final int MOST_FACTS = 3;

  /** Nine of ten texts are good: confidence is the counted share of good texts. */
  private static final double HIGH = 0.9;

  /** More than half of the texts are good. */
  private static final double MIDDLE = 0.5;

  /** The sentence about a feature that has none of its own. */
  private static final String NOTHING = "-";

  private final Locale locale;
  private final Map<String, String> texts;
  private final Map<String, Facts> facts;

  /** Least values, and what holds from each on. */
  private record Facts(List<Double> from, List<Fact> said) {
    /** Reads {@code no links | 0.01 some links}; a null {@code base} has the numbers itself. */
    static Facts of(String line, @Nullable Facts base) {
      List<String> parts = WordLists.split(line, '|');
      List<Fact> said = new ArrayList<>();
      if (base != null) {
        for (int i = 0; i < parts.size(); i++) {
          said.add(new Fact(parts.get(i), base.said.get(i).side));
        }
        return new Facts(base.from, said);
      }
      List<Double> from = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        int end = i == 0 ? 0 : parts.get(i).indexOf(' ') + 1;
        from.add(i == 0 ? 0 : Double.parseDouble(parts.get(i).substring(0, end)));
        said.add(Fact.of(parts.get(i).substring(end)));
      }
      return new Facts(from, said);
    }

    Fact at(double value) {
      int last = 0;
      for (int i = 1; i < from.size(); i++) {
        last = value >= from.get(i) ? i : last;
      }
      return said.get(last);
    }
  }

  /** A fact, and the only side that it may be named for: 1 text, -1 junk, 0 both. */
  private record Fact(String text, int side) {
    static Fact of(String marked) {
      boolean plain = marked.length() < 2 || "+-".indexOf(marked.charAt(0)) < 0;
      return plain
          ? new Fact(marked, 0)
          : new Fact(marked.substring(1), marked.charAt(0) == '+' ? 1 : -1);
    }

    boolean speaks(boolean forText) {
      return !text.equals(NOTHING) && (side == 0 || side > 0 == forText);
    }
  }

  private VerdictSentences(Locale locale, Map<String, String> texts, Map<String, Facts> facts) {
    this.locale = locale;
    this.texts = texts;
    this.facts = facts;
  }

  private static final class English {
    static final VerdictSentences TEXTS = read("en", null);
  }

  private static final class French {
    static final VerdictSentences TEXTS = read("fr", English.TEXTS);
  }

  /**
   * Returns the sentences of a language.
   *
   * @param language a BCP 47 tag, such as {@code fr-CH}; English where there is none for it
   */
  public static VerdictSentences in(String language) {
    return Locale.forLanguageTag(language).getLanguage().equals("fr")
        ? French.TEXTS
        : English.TEXTS;
  }

  private static VerdictSentences read(String language, @Nullable VerdictSentences base) {
    Map<String, String> texts = WordLists.load("reasons/" + language + ".txt");
    Map<String, Facts> facts = new TreeMap<>();
    texts.forEach(
        (key, line) -> {
          if (key.startsWith("feature.")) {
            String feature = key.substring("feature.".length());
            facts.put(feature, Facts.of(line, base == null ? null : base.facts.get(feature)));
          }
        });
    return new VerdictSentences(Locale.forLanguageTag(language), texts, facts);
  }

  /** Returns the reason of {@code verdict} as a sentence. */
  public String of(Verdict verdict) {
    ModelReason model = verdict.model();
    String end = verdict.kept() ? ".kept" : ".dropped";
    if (model != null) {
      return text("classifier" + end)
          .replace("{chance}", percent(model.chance()))
          .replace("{reasons}", facts(model, verdict.kept()));
    }
    String decider = verdict.decider().name().toLowerCase(Locale.ROOT);
    if (verdict.decider() == Decider.CLASSIFIER) {
      decider = verdict.why().equals("model") ? "model" : "line";
    }
    String why = texts.getOrDefault("why." + verdict.why(), verdict.why());
    return text(decider + end).replace("{why}", why);
  }

  /** Returns what a flag of a record means; the flag itself where nothing is known of it. */
  public String flag(String flag) {
    return texts.getOrDefault("flag." + flag, flag);
  }

  /**
   * Returns what a record's confidence means.
   *
   * @param confidence between 0 and 1
   * @param words how many words the text has
   */
  public String confidence(double confidence, int words) {
    if (words == 0) {
      return text("confidence.none");
    }
    return confidence >= HIGH
        ? text("confidence.high")
        : text(confidence >= MIDDLE ? "confidence.middle" : "confidence.low");
  }

  private String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalStateException("no sentence for " + key + " in " + locale.toLanguageTag());
    }
    return text;
  }

  private static String percent(double chance) {
    return Math.round(100 * chance) + " %";
  }

  /** Returns the strongest facts that support the verdict. */
  private String facts(ModelReason model, boolean kept) {
    Set<String> said = new LinkedHashSet<>();
    for (Contribution one : model.contributions()) {
      Facts known = facts(one.feature());
      Fact fact = known == null || one.moved() > 0 != kept ? null : known.at(one.value());
      if (fact != null && fact.speaks(kept) && said.size() < MOST_FACTS) {
        said.add(fact.text());
      }
    }
    return said.isEmpty() ? text("classifier.only") : String.join("; ", said);
  }

  /** Returns the facts of a feature or of the family it belongs to; null when there are none. */
  private @Nullable Facts facts(String feature) {
    String key = feature.replaceAll("\\d+", "#");
    Facts found = facts.get(key);
    int end = key.lastIndexOf('_');
    while (found == null && end > 0) {
      found = facts.get(key.substring(0, end) + "_*");
      end = key.lastIndexOf('_', end - 1);
    }
    return found;
  }

  /** Returns whether the file says of a feature what it means, or that it means nothing. */
  boolean knows(String feature) {
    return facts(feature) != null;
  }
}
