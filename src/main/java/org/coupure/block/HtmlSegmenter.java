package org.coupure.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.coupure.article.PassageKind;
import org.coupure.page.Head;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts a parsed page into blocks in one walk over its nodes, in document order and without
 * recursion. A block begins and ends at every block-level element and at two {@code <br>} in a row;
 * inline elements are glued as a browser glues them, with no space that the source does not have.
 * Scripts, form fields and embedded objects hold no text. Hidden text becomes blocks too, marked as
 * such, because whether it counts is somebody else's verdict.
 */
public final class HtmlSegmenter {
  /** What {@link #kind} looks out for, by number: without one around it, text is a paragraph. */
  private static final boolean[] KIND_TELLING = new boolean[Tags.COUNT];

  static {
    for (String name :
        "pre h1 h2 h3 h4 h5 h6 figcaption caption td th blockquote li dd".split(" ", -1)) {
      KIND_TELLING[Tags.number(name)] = true;
    }
  }

  /** Sizes of a font that headlines are written in; 3 is that of text. */
  private static final Set<String> LARGE = Set.of("4", "5", "6", "7", "+1", "+2", "+3", "+4");

  private final Document document;
  private final List<Block> blocks = new ArrayList<>(256);
  private final Outline outline = new Outline(1024);
  private final List<Element> scripts = new ArrayList<>();

  /** Elements of the body that belong into a head. */
  private final List<Element> strays = new ArrayList<>(0);

  private final BlockText text = new BlockText();

  /** Row of the innermost open element. */
  private int row = -1;

  /** Row of the innermost open block-level element. */
  private int box = -1;

  private int deepest;
  private int hidden;
  private int links;
  private int bold;
  private int pre;

  /** How many elements are open that tell the kind of a block. */
  private int telling;

  /** Row of the outermost open element that writes large, or -1. */
  private int large = -1;

  /** Whether some of the block's text is not large. */
  private boolean small;

  private HtmlSegmenter(Document document) {
    this.document = document;
  }

  /** Returns the blocks of {@code document}, which is not changed. */
  public static Blocks segment(Document document) {
    return new HtmlSegmenter(document).walk();
  }

  private Blocks walk() {
    Element head = document.head();
    for (int i = 0; i < head.childNodeSize(); i++) {
      if (head.childNode(i) instanceof Element child && child.normalName().equals("script")) {
        scripts.add(child);
      }
    }
    Element root = document.body();
    open(root, Tags.of(root));
    descend(root);
    close();
    flush();
    return new Blocks(blocks, document, deepest, outline, scripts, Head.of(document, strays));
  }

  /**
   * Walks over all that is in {@code root}, going down and up by the places of the open elements
   * among their siblings, so that each node is looked at once.
   */
  private void descend(Element root) {
    int[] places = new int[32];
    int depth = 0;
    Element parent = root;
    int place = 0;
    int count = root.childNodeSize();
    while (true) {
      if (place == count) {
        if (depth == 0) {
          return;
        }
        close();
        parent = outline.element(row);
        place = places[--depth];
        count = parent.childNodeSize();
        continue;
      }
      Node node = parent.childNode(place++);
      if (node instanceof TextNode text) {
        text(text);
      } else if (node instanceof Element element && enter(element)) {
        places = depth == places.length ? Arrays.copyOf(places, depth * 2) : places;
        places[depth++] = place;
        parent = element;
        place = 0;
        count = element.childNodeSize();
      }
    }
  }

  /** Takes {@code element} and returns whether its content is to be walked. */
  private boolean enter(Element element) {
    int tag = Tags.of(element);
    if (Tags.isSkipped(tag)) {
      switch (element.normalName()) {
        case "script" -> scripts.add(element);
        case "title", "meta", "link", "base" -> strays.add(element);
        default -> {
          // Holds no text, and says nothing of the page.
        }
      }
      outline.skip(element, row, Tags.numberOf(tag));
      return false;
    }
    open(element, tag);
    if (element.childNodeSize() == 0) {
      close();
      return false;
    }
    return true;
  }

  private void open(Element element, int tag) {
    int number = Tags.numberOf(tag);
    if (Tags.isBlock(tag)) {
      flush();
    }
    row = outline.open(element, row, number);
    deepest = Math.max(deepest, outline.depth(row));
    if (Tags.isBlock(tag)) {
      box = row;
    }
    count(number, 1);
    if (number == Tags.BR) {
      breakLine();
    } else if (number == 0 && large < 0 && isLarge(element)) {
      large = row;
    } else if (number == Tags.IMG) {
      text.image();
    } else if (number == Tags.A) {
      text.link();
    }
    int attributes = element.attributesSize();
    if (attributes > 0) {
      name(element.attributes(), attributes);
    }
    if (number == Tags.NOSCRIPT) {
      hide(Block.HIDDEN_NOSCRIPT);
    }
  }

  private void close() {
    int number = outline.tag(row);
    boolean isBox = row == box;
    if (isBox) {
      flush();
    }
    outline.close(row, blocks.size());
    count(number, -1);
    large = large == row ? -1 : large;
    if (hidden != 0) {
      unhide();
    }
    int parent = outline.parent(row);
    if (isBox) {
      box = parent;
      while (box >= 0 && !Tags.isBlockNumber(outline.tag(box))) {
        box = outline.parent(box);
      }
    }
    row = parent;
  }

  private void count(int number, int step) {
    telling += KIND_TELLING[number] ? step : 0;
    if (number == Tags.A) {
      links += step;
    } else if (number == Tags.B || number == Tags.STRONG) {
      bold += step;
    } else if (number == Tags.PRE) {
      pre += step;
    }
  }

  /** Notes what the attributes say; most elements have none but a class, which is looked up. */
  private void name(Attributes attributes, int count) {
    String classes = attributes.get("class");
    outline.name(row, classes);
    if (count > (classes.isEmpty() ? 0 : 1)) {
      String id = attributes.get("id");
      outline.identify(row, id);
      if (count > (classes.isEmpty() ? 0 : 1) + (id.isEmpty() ? 0 : 1)) {
        describe(attributes, count);
      }
    }
  }

  private void describe(Attributes attributes, int count) {
    for (Attribute attribute : attributes) {
      switch (attribute.getKey()) {
        case "role" -> outline.role(row, attribute.getValue());
        case "itemprop" -> outline.property(row, attribute.getValue());
        case "rel" -> outline.relation(row, attribute.getValue());
        // Alone it says nothing: what has a type has a scope too.
        case "itemtype" -> outline.type(count > 1 ? attribute.getValue() : "");
        case "hidden" -> {
          outline.conceal(row);
          hide(Block.HIDDEN_STYLE);
        }
        case "style" -> style(attribute.getValue());
        case "aria-label" -> outline.caption(row);
        case "aria-hidden" -> {
          if (attribute.getValue().equalsIgnoreCase("true")) {
            hide(Block.HIDDEN_ARIA);
          }
        }
        default -> {
          // Says nothing here.
        }
      }
    }
  }

  private void style(String style) {
    if (style.contains("display:none") || style.contains("display: none")) {
      outline.conceal(row);
    }
    if (InlineStyle.hides(style)) {
      hide(Block.HIDDEN_STYLE);
    } else if (InlineStyle.isOutside(style)) {
      hide(Block.HIDDEN_OUTSIDE);
    }
  }

  /** The rows that began to hide, one for each bit, so that the bit ends with its element. */
  private final int[] hiders = {-1, -1, -1, -1};

  private void hide(int bit) {
    if ((hidden & bit) == 0) {
      hidden |= bit;
      if (bit == Block.HIDDEN_STYLE || bit == Block.HIDDEN_OUTSIDE) {
        outline.hide(row);
      }
      hiders[Integer.numberOfTrailingZeros(bit)] = row;
    }
  }

  private void unhide() {
    for (int i = 0; i < hiders.length; i++) {
      if (hiders[i] == row) {
        hiders[i] = -1;
        hidden &= ~(1 << i);
      }
    }
  }

  private void text(TextNode node) {
    if (text.append(node.getWholeText(), row, hidden, links > 0, bold > 0, pre > 0)) {
      outline.touch(row, blocks.size());
      small |= large < 0;
    }
  }

  private void breakLine() {
    if (pre > 0) {
      text.newline();
    } else if (text.lineBreak() || isHeadline()) {
      flush();
    }
  }

  /**
   * Returns whether the line that ends here is a heading of the nineties: all of it stands in a
   * large font, and what follows does not.
   */
  private boolean isHeadline() {
    return !small && large < 0 && !text.isEmpty();
  }

  private static boolean isLarge(Element element) {
    if (!element.normalName().equals("font")) {
      return false;
    }
    String size = element.attr("size");
    return LARGE.contains(size.strip());
  }

  private void flush() {
    small = false;
    if (text.isEmpty()) {
      text.reset();
      return;
    }
    List<BlockText.Piece> pieces = text.pieces();
    if (pieces.size() > 1) {
      spread();
    }
    for (BlockText.Piece piece : pieces) {
      add(piece);
    }
    text.reset();
  }

  /** Moves the text of a block that falls into lines to the blocks that its lines become. */
  private void spread() {
    for (int run = text.runs() - 1; run >= 0; run--) {
      outline.move(text.rowOfRun(run), blocks.size(), blocks.size() + text.lineOfRun(run));
    }
  }

  private void add(BlockText.Piece piece) {
    int holder = piece.row();
    int around = Math.max(box, 0);
    int[] level = new int[1];
    PassageKind kind = telling == 0 ? PassageKind.PARAGRAPH : kind(around, level);
    blocks.add(
        new Block(
            blocks.size(),
            piece.text(),
            piece.words(),
            kind,
            level[0],
            outline.element(holder),
            outline.element(around),
            piece.ink(),
            text.hidden(),
            holder,
            around));
  }

  /**
   * Returns what a block would become by the elements around it; its level goes to {@code level}.
   */
  private PassageKind kind(int around, int[] level) {
    int lists = 0;
    boolean quoted = false;
    boolean listed = false;
    boolean near = true;
    for (int r = around; r >= 0; r = outline.parent(r)) {
      int tag = outline.tag(r);
      if (tag == Tags.PRE) {
        return PassageKind.CODE;
      }
      if (Tags.headingLevel(tag) > 0) {
        level[0] = Tags.headingLevel(tag);
        return PassageKind.HEADING;
      }
      if (tag == Tags.FIGCAPTION || tag == Tags.CAPTION) {
        return PassageKind.CAPTION;
      }
      if (near && (tag == Tags.TD || tag == Tags.TH)) {
        return PassageKind.TABLE_ROW;
      }
      quoted |= tag == Tags.BLOCKQUOTE;
      listed |= tag == Tags.LI || (near && tag == Tags.DD);
      lists += tag == Tags.UL || tag == Tags.OL ? 1 : 0;
      near = false;
    }
    if (quoted) {
      return PassageKind.QUOTE;
    }
    if (listed) {
      level[0] = Math.max(lists, 1);
      return PassageKind.LIST_ITEM;
    }
    return PassageKind.PARAGRAPH;
  }
}
