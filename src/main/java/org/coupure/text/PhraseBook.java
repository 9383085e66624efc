package org.coupure.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The junk phrases of all languages, compiled from {@code config/phrases/*.txt}. Immutable and
 * thread-safe.
 *
 * <p>Matching a block walks down a tree of words (see {@code LooseWords} for how words are
 * compared), one hash lookup a word, and for nearly all blocks ends at the first or second word.
 * How phrases are written is told in {@code config/phrases/any.txt}.
 */
public final class PhraseBook {
  /** The files, without their ending. A test compares them with the folder. */
  private static final List<String> FILES =
      List.of(
          "any", "ar", "bg", "bn", "ca", "cs", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi",
          "hu", "id", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sr", "sv", "sw", "ta", "th",
          "tr", "uk", "ur", "vi", "zh");

  /** So many names of networks are a share bar; "Facebook" alone may be a sub-heading. */
  private static final int BAR = 3;

  /** The longest word of a phrase that a headline may be glued to, and the shortest. */
  private static final int LONGEST_GLUED = 12;

  private static final int SHORTEST_GLUED = 2;

  private static final Phrase.Category[] CATEGORIES = Phrase.Category.values();
  private static final List<PhraseTail.Shape> SHAPES = List.of(PhraseTail.Shape.values());

  /** Where {@link PhraseCompiler} puts the phrases, and what the jar is searched for first. */
  static final String COMPILED = "phrases.bin";

  private static final String FOLDER = "/org/coupure/config/";

  private final PhraseTree tree;
  private final List<String> names;

  private PhraseBook(PhraseTree tree, List<String> names) {
    this.tree = tree;
    this.names = names;
  }

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
    PhraseBook book = new PhraseBook(new PhraseTree(), new ArrayList<>());
    files.forEach((name, text) -> book.add(name, WordLists.parse(name, text)));
    return book;
  }

  /**
   * Returns a book of certain phrases that hold on one site.
   *
   * @param file what to call the place that defines them
   * @param phrases the phrases by their line in that file
   * @throws IllegalArgumentException if one can't be read as a phrase, with the file and the line
   */
  public static PhraseBook ofSite(String file, Map<Integer, String> phrases) {
    PhraseBook book = new PhraseBook(new PhraseTree(1 << 6), new ArrayList<>());
    book.names.add(file);
    phrases.forEach(
        (line, text) -> {
          WordLists.Entry entry = new WordLists.Entry("certain label", text, file, line);
          book.add(entry, Mark.of(category(entry), true, 0, line));
        });
    return book;
  }

  /** Returns the bundled files, read as they were written. */
  static PhraseBook ofFiles() {
    PhraseBook book = new PhraseBook(new PhraseTree(), new ArrayList<>());
    for (String file : FILES) {
      String name = file.concat(".txt");
      book.add(name, WordLists.lines("phrases/" + name));
    }
    return book;
  }

  /** Returns the words and marks of all phrases as bytes. */
  ByteBuffer compiled() {
    return tree.write();
  }

  /**
   * Returns the phrase that {@code text}, a whole block, consists of, or null. A block may also
   * consist of several phrases: certain ones of any category, such as a row of buttons, or hints of
   * one; three share buttons together are certain, though the name of a network alone is only a
   * hint.
   */
  public @Nullable Phrase match(String text) {
    int first = 0;
    int hints = 0;
    Reach reach = new Reach(text);
    while (true) {
      int mark = reach.next();
      boolean other = first != 0 && Mark.category(first) != Mark.category(mark);
      if (mark == 0 || (other && (hints > 0 || !Mark.certain(mark)))) {
        return null;
      }
      first = first == 0 ? mark : first;
      hints += Mark.certain(mark) ? 0 : 1;
      if (reach.all) {
        boolean bar = hints >= BAR && CATEGORIES[Mark.category(first)] == Phrase.Category.SHARE;
        return phrase(first, hints == 0 || bar);
      }
    }
  }

  /** Returns the phrase that {@code text} begins with, whatever follows, or null. */
  public @Nullable Phrase opening(String text) {
    int mark = new Reach(text).next();
    return mark == 0 ? null : phrase(mark, Mark.certain(mark));
  }

  private Phrase phrase(int mark, boolean certain) {
    String where = names.get(Mark.file(mark)) + ":" + Mark.line(mark);
    return new Phrase(CATEGORIES[Mark.category(mark)], certain, where);
  }

  private void add(String name, List<WordLists.Entry> entries) {
    int file = names.size();
    names.add(name);
    String key = "";
    int category = 0;
    for (WordLists.Entry entry : entries) {
      if (!key.equals(entry.key())) {
        key = entry.key();
        category = category(entry);
      }
      add(entry, Mark.of(category, isCertain(entry), file, entry.line()));
    }
  }

  private void add(WordLists.Entry entry, int mark) {
    String text = entry.text();
    PhraseTail.Shape shape = PhraseTail.Shape.of(text);
    String fixed = shape == null ? text : text.substring(0, text.length() - shape.sign.length());
    if (fixed.indexOf('{') >= 0) {
      fixed = fixed.replace("{n}", " 0 ");
      if (fixed.indexOf('{') >= 0) {
        throw entry.wrong("only {n} may stand before the end of a phrase: " + text);
      }
    }
    int node = PhraseTree.ROOT;
    LooseWords words = new LooseWords(fixed);
    for (long word = words.next(); word != LooseWords.END; word = words.next()) {
      node = tree.grow(node, word);
    }
    if (node == PhraseTree.ROOT) {
      throw entry.wrong("a phrase needs a word");
    }
    if (shape == null) {
      if (tree.exact(node) == 0 || Mark.certain(mark)) {
        tree.markExact(node, mark);
      }
      return;
    }
    // Of two that begin alike, the one that asks for no colon covers the other.
    boolean colon = fixed.stripTrailing().endsWith(":");
    if (tree.rest(node) == 0 || !colon) {
      tree.markRest(node, Mark.withRest(mark, SHAPES.indexOf(shape), colon));
    }
  }

  private static int category(WordLists.Entry entry) {
    String name = entry.key().substring(entry.key().indexOf(' ') + 1);
    for (int i = 0; i < CATEGORIES.length; i++) {
      if (Phrase.code(CATEGORIES[i]).equals(name)) {
        return i;
      }
    }
    throw entry.wrong("no category is called '" + name + "'");
  }

  private static boolean isCertain(WordLists.Entry entry) {
    if (!entry.key().startsWith("certain ") && !entry.key().startsWith("hint ")) {
      throw entry.wrong("expected 'certain …' or 'hint …' but was '" + entry.key() + "'");
    }
    return entry.key().startsWith("certain ");
  }

  /** One walk over a block, a phrase at a time. */
  private final class Reach {
    private final String text;
    private int end;
    private int mark;
    private boolean all;

    Reach(String text) {
      this.text = text;
    }

    /** Returns the mark of the longest phrase where the last one ended, or 0. */
    int next() {
      LooseWords words = new LooseWords(text, end);
      mark = 0;
      int node = PhraseTree.ROOT;
      for (long word = words.next(); word != LooseWords.END; word = words.next()) {
        int before = node;
        node = tree.next(before, word);
        if (node == PhraseTree.NONE) {
          glued(before, words);
          return mark;
        }
        if (tree.exact(node) != 0 && !all) {
          mark = tree.exact(node);
          end = words.end();
        }
        rest(node, words.end());
      }
      if (tree.exact(node) != 0) {
        mark = tree.exact(node);
        all = true;
      }
      return mark;
    }

    private void rest(int node, int index) {
      int found = tree.rest(node);
      if (found != 0 && Mark.rest(found).fits(text, index)) {
        mark = found;
        all = true;
      }
    }

    /**
     * Tries whether the current word, of a script without capitals, begins with a phrase's last.
     */
    private void glued(int node, LooseWords words) {
      int start = words.start();
      char first = text.charAt(start);
      if (node == PhraseTree.ROOT || Character.isLowerCase(first) || Character.isUpperCase(first)) {
        return;
      }
      int longest = Math.min(words.end() - 1, start + LONGEST_GLUED);
      for (int i = longest; i >= start + SHORTEST_GLUED; i--) {
        int next = tree.next(node, words.hash(i));
        if (next != PhraseTree.NONE) {
          rest(next, i);
          return;
        }
      }
    }
  }

  /** A phrase without its words, as one number. */
  private static final class Mark {
    private Mark() {}

    static int of(int category, boolean certain, int file, int line) {
      return line << 16 | file << 10 | category << 5 | (certain ? 1 << 4 : 0);
    }

    static int withRest(int mark, int shape, boolean colon) {
      return mark | shape << 1 | (colon ? 1 : 0);
    }

    static PhraseTail rest(int mark) {
      return new PhraseTail(SHAPES.get(mark >>> 1 & 7), (mark & 1) != 0);
    }

    static boolean certain(int mark) {
      return (mark & 1 << 4) != 0;
    }

    static int category(int mark) {
      return mark >>> 5 & 31;
    }

    static int file(int mark) {
      return mark >>> 10 & 63;
    }

    static int line(int mark) {
      return mark >>> 16;
    }
  }

  /** Holds the bundled phrases, so that they are read when they are first asked for. */
  private static final class Bundled {
    static final PhraseBook BOOK = load();

    private static PhraseBook load() {
      try (InputStream in = PhraseBook.class.getResourceAsStream(FOLDER.concat(COMPILED))) {
        if (in == null) {
          return ofFiles();
        }
        List<String> names = new ArrayList<>(FILES.size());
        for (String file : FILES) {
          names.add(file.concat(".txt"));
        }
        return new PhraseBook(PhraseTree.read(ByteBuffer.wrap(in.readAllBytes())), names);
      } catch (IOException e) {
        throw new UncheckedIOException("the jar's " + COMPILED + " can't be read", e);
      }
    }
  }
}
