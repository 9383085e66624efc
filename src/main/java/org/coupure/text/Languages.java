package org.coupure.text;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text. The script decides first; where a script serves several languages,
 * their letters, letter triples and words do, by naive Bayes (Cavnar and Trenkle 1994 showed that
 * such statistics suffice). The numbers are in {@code languages.bin}; {@code
 * training/train_languages.py} made them. Immutable and safe for any number of threads; the same
 * text always gives the same answer.
 */
public final class Languages {
  private static final int MAGIC = 0x4C414E47;
  private static final int FORMAT = 1;

  /** With fewer letters than this, a name or a quotation decides rather than the language. */
  private static final int MIN_LETTERS = 20;

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
      return read(new DataInputStream(in));
    } catch (IOException broken) {
      throw new UncheckedIOException("languages.bin in the jar can't be read", broken);
    }
  }

  private static Languages read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC || in.readByte() != FORMAT) {
      throw new IOException("not a table of languages of format " + FORMAT);
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

  /**
   * A language and how sure it is.
   *
   * @param tag BCP 47 tag without a region, such as {@code fr}, {@code no} (Bokmål and Nynorsk),
   *     {@code hr} (Bosnian too) or {@code sr-Latn}
   * @param confidence between 0 and 1: the chance that the text is in this language; low for a text
   *     in two languages, and for one in a language not known here
   */
  public record Detected(String tag, double confidence) {
    /** From here on, only one answer in a thousand was wrong on articles (docs/benchmarks.md). */
    public static final double CONFIDENT = 0.9;

    /** Returns whether a caller may trust this more than what a page says about itself. */
    public boolean isConfident() {
      return confidence >= CONFIDENT;
    }
  }

  /** Loads on first use, so that whoever never asks never pays. */
  private static final class Bundled {
    static final Languages LANGUAGES = load();
  }
}
