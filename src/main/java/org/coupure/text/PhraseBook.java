package org.coupure.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The junk phrases of all languages, compiled from {@code config/phrases/*.yaml}. Immutable and
 * thread-safe.
 *
 * <p>The phrases form a tree whose edges are words (see {@code LooseWords}); matching a block walks
 * down it, one hash lookup a word, and for nearly all blocks ends at the first or second word. How
 * phrases are written is told in {@code config/phrases/any.yaml}.
 */
public final class PhraseBook {
  /** The files, without their ending. A test compares them with the folder. */
  private static final List<String> FILES =
      List.of(
          "any", "ar", "cs", "de", "el", "en", "es", "fr", "hu", "it", "ja", "nl", "pl", "pt", "ro",
          "ru", "sv", "tr", "uk", "zh");

  /** So many names of networks are a share bar; "Facebook" alone may be a sub-heading. */
  private static final int BAR = 3;

  private final Step root = new Step();

  private PhraseBook() {}

  /** Returns the phrases packed into the jar. They are read once, at the first call. */
  public static PhraseBook bundled() {
    return Bundled.BOOK;
  }

  /**
   * Returns the book of {@code files}, their contents by name.
   *
   * @throws IllegalArgumentException if a file can't be read as phrases, with its name and the line
   */
  static PhraseBook of(Map<String, String> files) {
    PhraseBook book = new PhraseBook();
    files.forEach(book::add);
    return book;
  }

  /**
   * Returns the phrase that {@code text}, a whole block, consists of, or null. A block may also
   * consist of several phrases of one category; three share buttons together are certain, though
   * the name of a network alone is only a hint.
   */
  public @Nullable Phrase match(String text) {
    Phrase first = null;
    int index = 0;
    int hints = 0;
    while (true) {
      Reach reach = reach(text, index);
      Phrase found = reach.phrase;
      if (found == null || first != null && first.category() != found.category()) {
        return null;
      }
      first = first == null ? found : first;
      hints += found.certain() ? 0 : 1;
      if (reach.all) {
        boolean bar = hints >= BAR && first.category() == Phrase.Category.SHARE;
        boolean certain = hints == 0 || bar;
        return first.certain() == certain
            ? first
            : new Phrase(first.category(), certain, first.where());
      }
      index = reach.end;
    }
  }

  /** Returns the longest phrase that {@code text} has at {@code index}. */
  private Reach reach(String text, int index) {
    LooseWords words = new LooseWords(text, index);
    Reach reach = new Reach();
    Step step = root;
    for (String word = words.next(); ; word = words.next()) {
      if (word == null) {
        reach.all |= step.exact != null;
        reach.phrase = step.exact != null ? step.exact : reach.phrase;
        return reach;
      }
      Step next = step.next(word);
      if (next == null) {
        Step glued = step.glued(word);
        if (glued != null && glued.rest != null && glued.rest.fits(text, words.start() + glued.length)) {
          reach.found(glued.rest.phrase(), true, text.length());
        }
        return reach;
      }
      step = next;
      if (step.exact != null && !reach.all) {
        reach.found(step.exact, false, words.end());
      }
      if (step.rest != null && step.rest.fits(text, words.end())) {
        reach.found(step.rest.phrase(), true, text.length());
      }
    }
  }

  private void add(String name, String yaml) {
    for (PhraseFile.Entry entry : PhraseFile.parse(name, yaml)) {
      add(entry);
    }
  }

  private void add(PhraseFile.Entry entry) {
    boolean certain = entry.outer().equals("certain");
    if (!certain && !entry.outer().equals("hint")) {
      throw wrong(entry, "expected 'certain' or 'hint' but was '" + entry.outer() + "'");
    }
    Phrase phrase = new Phrase(category(entry), certain, entry.where());
    String text = entry.text();
    Rest.Shape shape = Rest.Shape.of(text);
    int end = shape == null ? text.length() : text.length() - shape.sign.length();
    Step step = root;
    LooseWords words = new LooseWords(text.substring(0, end).replace(LooseWords.NUMBER, " 0 "));
    for (String word = words.next(); word != null; word = words.next()) {
      step = step.grow(word);
    }
    if (step == root) {
      throw wrong(entry, "a phrase needs a word");
    }
    if (shape == null) {
      step.exact = step.exact == null || certain ? phrase : step.exact;
    } else if (step.rest == null || step.rest.afterColon()) {
      // The one that asks for no colon covers the one that does.
      step.rest = new Rest(phrase, shape, text.substring(0, end).stripTrailing().endsWith(":"));
    }
  }

  private static Phrase.Category category(PhraseFile.Entry entry) {
    try {
      return Phrase.Category.valueOf(entry.inner().toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw wrong(entry, "no category is called '" + entry.inner() + "'");
    }
  }

  private static IllegalArgumentException wrong(PhraseFile.Entry entry, String what) {
    return new IllegalArgumentException(entry.where() + ": " + what);
  }

  /** A node of the tree: what may follow the words that led to it, and what they are. */
  private static final class Step {
    private final Map<String, Step> steps = new HashMap<>(4);
    private int length;
    private @Nullable Phrase exact;
    private @Nullable Rest rest;

    Step grow(String word) {
      Step next = steps.get(word);
      if (next == null) {
        next = new Step();
        next.length = word.length();
        steps.put(word, next);
      }
      return next;
    }

    @Nullable Step next(String word) {
      return steps.get(word);
    }

    /** Returns the step that a word of a script without capitals or spaces starts with, or null. */
    @Nullable Step glued(String word) {
      if (Character.isLowerCase(word.charAt(0)) || word.length() < 2) {
        return null;
      }
      for (int end = Math.min(word.length() - 1, LONGEST_GLUED); end >= 2; end--) {
        Step step = steps.get(word.substring(0, end));
        if (step != null) {
          return step;
        }
      }
      return null;
    }

    /** The longest word of a phrase that may be glued to a headline. */
    private static final int LONGEST_GLUED = 12;
  }

  /** How far a phrase reached. */
  private static final class Reach {
    private @Nullable Phrase phrase;
    private boolean all;
    private int end;

    void found(Phrase found, boolean toTheEnd, int foundEnd) {
      phrase = found;
      all = toTheEnd;
      end = foundEnd;
    }
  }

  /** Holds the bundled phrases, so that they are read when they are first asked for. */
  private static final class Bundled {
    static final PhraseBook BOOK = load();

    private static PhraseBook load() {
      PhraseBook book = new PhraseBook();
      for (String file : FILES) {
        book.add(file.concat(".yaml"), read("/org/coupure/config/phrases/", file.concat(".yaml")));
      }
      return book;
    }
  }

  /** Returns the text of a file packed into the jar. */
  static String read(String folder, String file) {
    try (InputStream in = PhraseBook.class.getResourceAsStream(folder.concat(file))) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + folder + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar's " + folder + file + " can't be read", e);
    }
  }
}
