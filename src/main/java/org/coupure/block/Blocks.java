package org.coupure.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.coupure.page.Head;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page as a sequence of blocks, in the order of its source. Immutable, but for the parse it
 * points into, which is shared and must not be changed. What many ask for is found when it is first
 * asked for and kept; two threads may find it twice, and find the same.
 */
public final class Blocks {

  /** How the blocks of a page are told from one another. */
  public enum Layout {
    /** By the elements of the page. */
    HTML,
    /** Plain text whose paragraphs have blank lines between them. */
    BLANK_LINES,
    /** Plain text in which every line is a paragraph. */
    SINGLE_NEWLINES,
    /** Plain text whose paragraphs are folded at a fixed width, with blank lines between them. */
    WRAPPED
  }

  private final List<Block> list;
  private final Layout layout;
  private final @Nullable Document document;
  private final int deepest;
  private final Outline outline;
  private final List<Element> scripts;
  private final Head head;
  private @Nullable Matches matches;
  private @Nullable List<String> linkedData;
  private @Nullable DumpHead dumpHead;
  private @Nullable Integer dumpTitle;
  private final @Nullable DumpLines dumpLines;

  /** The phrases of one book that the blocks consist of. */
  private record Matches(PhraseBook book, List<@Nullable Phrase> phrases) {}

  /** Makes the blocks of an HTML page. */
  Blocks(
      List<Block> list,
      Document document,
      int deepest,
      Outline outline,
      List<Element> scripts,
      Head head) {
    this.list = List.copyOf(list);
    this.layout = Layout.HTML;
    this.document = document;
    this.deepest = deepest;
    this.outline = outline;
    outline.finish();
    this.scripts = List.copyOf(scripts);
    this.head = head;
    this.dumpLines = null;
  }

  /** Makes the blocks of a plain-text dump. */
  Blocks(List<Block> list, Layout layout) {
    this(list, layout, null);
  }

  private Blocks(List<Block> list, Layout layout, @Nullable DumpLines lines) {
    this.list = List.copyOf(list);
    this.layout = Objects.requireNonNull(layout, "layout");
    this.document = null;
    this.deepest = 0;
    this.outline = Outline.NONE;
    this.scripts = List.of();
    this.head = Head.NONE;
    this.dumpLines = lines;
  }

  /** Returns the blocks of this dump with what a model says of them. */
  public Blocks with(DumpLines lines) {
    Blocks judged = new Blocks(list, layout, lines);
    judged.matches = matches;
    judged.dumpHead = dumpHead;
    return judged;
  }

  /** Returns what a model says of a dump's lines, or null before it spoke and for HTML. */
  public @Nullable DumpLines dumpLines() {
    return dumpLines;
  }

  public List<Block> list() {
    return list;
  }

  public Layout layout() {
    return layout;
  }

  /** Returns the parse that the blocks point into, or null for plain text. */
  public @Nullable Document document() {
    return document;
  }

  /** Returns the deepest nesting of elements that was met; 0 for plain text. */
  public int deepest() {
    return deepest;
  }

  /** Returns whether the page came without HTML. */
  public boolean isPlainText() {
    return layout != Layout.HTML;
  }

  /**
   * Returns the index of the first block with text inside {@code element}, or of the first after it
   * when it has none; -1 when the element is none of the page's that can hold text.
   */
  public int firstIn(Element element) {
    int row = outline.row(element, 0);
    return row < 0 ? -1 : outline.firstBlock(row);
  }

  /**
   * Returns one more than the index of the last block with text inside {@code element}; the same as
   * {@link #firstIn} when it has none.
   */
  public int endIn(Element element) {
    int row = outline.row(element, 0);
    return row < 0 ? -1 : outline.endBlock(row);
  }

  /** Returns what the page's head says; {@link Head#NONE} for plain text. */
  public Head head() {
    return head;
  }

  /** Returns the page's script elements, those of the head first. */
  public List<Element> scripts() {
    return scripts;
  }

  /** Returns what the page's scripts of linked data (JSON-LD) hold; kept, because many ask. */
  public List<String> linkedData() {
    List<String> found = linkedData;
    if (found == null) {
      found = scripts.stream().filter(Scripts::isLinkedData).map(Scripts::data).toList();
      linkedData = found;
    }
    return found;
  }

  /** Returns the labelled lines above the text of a dump; kept, because many ask. */
  public DumpHead dumpHead() {
    if (dumpHead == null) {
      dumpHead = DumpHead.of(this);
    }
    return dumpHead;
  }

  /**
   * Returns the index of the block that is a dump's headline, or -1: what the model of lines says,
   * and where it did not speak what {@link DumpTitle#find} finds. Kept, because many ask.
   */
  public int dumpTitle() {
    if (dumpLines != null) {
      return dumpLines.title();
    }
    if (dumpTitle == null) {
      dumpTitle = DumpTitle.find(this);
    }
    return dumpTitle;
  }

  /**
   * Returns for each block the phrase of {@code book} that it consists of, or null. Those of the
   * book that was asked about last are kept, because judges and features ask the same.
   */
  public List<@Nullable Phrase> phrases(PhraseBook book) {
    Matches found = matches;
    if (found == null || found.book != book) {
      List<@Nullable Phrase> phrases = new ArrayList<>(list.size());
      for (Block block : list) {
        phrases.add(book.match(block.text()));
      }
      found = new Matches(book, Collections.unmodifiableList(phrases));
      matches = found;
    }
    return found.phrases;
  }

  /** Returns the elements around the blocks; empty for plain text. */
  public Outline outline() {
    return outline;
  }
}
