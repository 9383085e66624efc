package org.coupure.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text. The script decides first; where a script serves several languages,
 * their letters, letter triples and words do, by naive Bayes (Cavnar and Trenkle 1994 showed that
 * such statistics suffice). The numbers are in {@code languages.bin}; {@code
 * training/train_languages.py} made them. Immutable and safe for any number of threads; the same
 * text always gives the same answer.
 */
public final class Languages {
  private static final int MAGIC = 0x474E414C;
  private static final int FORMAT = 1;

  /** With fewer letters than this, a name or a quotation decides rather than the language. */
  private static final int MIN_LETTERS = 20;

  /** Primary subtags under which one and the same text is found on the web. */
  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("nb", "no"),
          Map.entry("nn", "no"),
          Map.entry("bs", "hr"),
          Map.entry("sr", "hr"),
          Map.entry("sh", "hr"),
          Map.entry("cnr", "hr"),
          Map.entry("id", "ms"),
          Map.entry("in", "ms"),
          Map.entry("xh", "zu"),
          Map.entry("iw", "he"),
          Map.entry("fil", "tl"),
          Map.entry("mo", "ro"),
          Map.entry("prs", "fa"),
          Map.entry("cmn", "zh"),
          Map.entry("yue", "zh"),
          Map.entry("ckb", "ku"),
          Map.entry("kmr", "ku"));

  private final Map<Script, LanguageTable> tables;

  private Languages(Map<Script, LanguageTable> tables) {
    this.tables = tables;
  }

  /** Returns the languages packed into the jar; the same object every time. */
  public static Languages bundled() {
    return Bundled.LANGUAGES;
  }

  private static Languages load() {
    try (InputStream in = Languages.class.getResourceAsStream("languages.bin")) {
      Objects.requireNonNull(in, "languages.bin is missing from the jar");
      return read(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException | BufferUnderflowException broken) {
      throw new IllegalStateException("languages.bin in the jar can't be read", broken);
    }
  }

  private static Languages read(ByteBuffer in) {
    // The machine's own order for nearly all machines: arrays are copied, not assembled.
    in.order(ByteOrder.LITTLE_ENDIAN);
    if (in.getInt() != MAGIC || in.get() != FORMAT) {
      throw new IllegalStateException("languages.bin is no table of languages of format " + FORMAT);
    }
    Map<Script, LanguageTable> tables = new EnumMap<>(Script.class);
    for (Script script : Script.values()) {
      if (script.language() == null) {
        tables.put(script, LanguageTable.read(script.name(), in));
      }
    }
    return new Languages(tables);
  }

  /**
   * Returns the language of {@code text}, or null where it has too little text for a guess (about
   * 20 letters) or none of a script known here. Looks at the first 4,000 characters, at samples of
   * them when there are as many.
   */
  public @Nullable Detected detect(String text) {
    LanguageSample sample = LanguageSample.of(text);
    if (sample.letters() < MIN_LETTERS) {
      return null;
    }
    Script script = sample.script();
    if (script == null) {
      return null;
    }
    double share = sample.share(script);
    if (script.language() != null) {
      return new Detected(script.language(), share);
    }
    LanguageTable table = Objects.requireNonNull(tables.get(script));
    return table.judge(sample, share);
  }

  /** Returns the tags of all languages that can be told, sorted. */
  public Set<String> tags() {
    Set<String> tags = new TreeSet<>();
    for (Script script : Script.values()) {
      if (script.language() != null) {
        tags.add(script.language());
      } else {
        tags.addAll(Objects.requireNonNull(tables.get(script)).tags());
      }
    }
    return Collections.unmodifiableSet(tags);
  }

  /**
   * Returns whether two BCP 47 tags can mean the same text as far as this class tells languages
   * apart: regions and scripts do not count, nor do old codes, nor which of the standards of
   * Norwegian, Serbo-Croatian, Malay or Nguni it is.
   */
  public static boolean same(String tag, String other) {
    return family(tag).equals(family(other));
  }

  private static String family(String tag) {
    int end = 0;
    while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
      end++;
    }
    String primary = tag.substring(0, end).toLowerCase(Locale.ROOT);
    return FAMILIES.getOrDefault(primary, primary);
  }

  /**
   * A language and how sure it is.
   *
   * @param tag BCP 47 tag without a region, such as {@code fr}, {@code no} (Bokmål and Nynorsk),
   *     {@code hr} (Bosnian too) or {@code sr-Latn}
   * @param confidence between 0 and 1: the chance that the text is in this language; mostly low for
   *     one in a language not known here. In a text of two languages it speaks of the larger part
   */
  public record Detected(String tag, double confidence) {
    /** Above it no article of news-dev and traf-dev in one language was wrong. */
    public static final double CONFIDENT = 0.9;

    public Detected {
      Objects.requireNonNull(tag, "tag");
    }

    /** Returns whether this may be trusted more than what a page says about itself. */
    public boolean isConfident() {
      return confidence >= CONFIDENT;
    }
  }

  /** Loads on first use, so that whoever never asks never pays. */
  private static final class Bundled {
    static final Languages LANGUAGES = load();
  }
}
