package org.coupure.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.block.Blocks;
import org.coupure.block.NameWords;
import org.coupure.block.Outline;
import org.coupure.block.Tags;
import org.coupure.page.Head;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * The one look over a page: collects the elements that may hold headline, byline or dates. The body
 * is read from the outline that the segmenter made, because walking over its elements again means
 * to wait for memory: half of the time. Used once, by one thread.
 */
final class PageScan {
  /** Context bit: inside {@code <article>} or {@code <main>}. */
  static final int ARTICLE = 1 << 20;

  /** Context bit: a browser would not show it. */
  static final int HIDDEN = 1 << 21;

  /** Context bit: inside a link. */
  static final int LINKED = 1 << 22;

  /** Context bit: inside {@code <header>}. */
  static final int HEADER = 1 << 23;

  /** Context bit: inside {@code <figure>}. */
  static final int FIGURE = 1 << 24;

  /** Contexts that belong to other articles, to comments or to the site. */
  static final int ELSEWHERE =
      ElementRoles.NAVIGATION
          | ElementRoles.FOOTER
          | ElementRoles.ASIDE
          | ElementRoles.RELATED
          | ElementRoles.COMMENT
          | ElementRoles.SPONSOR;

  /** What makes an element a candidate. */
  private static final int CANDIDATE =
      ElementRoles.BYLINE | ElementRoles.NICKNAME | ElementRoles.DATE;

  /** The parse stops at 512 levels; documents made otherwise are read no deeper than that. */
  private static final int MAX_DEPTH = 520;

  /** Candidates of one sort beyond this are of lists and comments. */
  private static final int MAX_SPOTS = 200;

  final List<MarkedElement> headings = new ArrayList<>();
  final List<MarkedElement> bylines = new ArrayList<>();
  final List<MarkedElement> dates = new ArrayList<>();

  /** Microdata beside headline, authors and dates. */
  final List<MarkedElement> properties = new ArrayList<>();

  /** Pictures with what is said of them: figures, and boxes that are called a captioned picture. */
  final List<MarkedElement> figures = new ArrayList<>();

  /** Paths to the page, and parts of them. */
  final List<MarkedElement> trails = new ArrayList<>();

  private static final int HTML = Tags.number("html");
  private static final int BODY = Tags.number("body");
  private static final int H3 = Tags.number("h3");
  private static final int DIV = Tags.number("div");
  private static final int FIGURE_TAG = Tags.number("figure");
  private static final int NAV = Tags.number("nav");
  private static final int SCRIPT = Tags.number("script");
  private static final int STYLE = Tags.number("style");
  private static final int TIME = Tags.number("time");

  /** Elements of scripts that show a time as the reader's clock has it, with a datetime or ts. */
  private static final Set<String> TIMES =
      Set.of("relative-time", "local-time", "time-ago", "faceplate-timeago");

  /** By the element's number: what it says about everything in it. */
  private static final int[] INHERITED = new int[Tags.COUNT];

  /** Quirk: classes of these say what the page has somewhere (has-sidebar), not what they are. */
  private static final boolean[] FRAME = new boolean[Tags.COUNT];

  static {
    INHERITED[NAV] = ElementRoles.NAVIGATION;
    INHERITED[Tags.number("footer")] = ElementRoles.FOOTER;
    INHERITED[Tags.number("aside")] = ElementRoles.ASIDE;
    INHERITED[Tags.number("article")] = ARTICLE;
    INHERITED[Tags.number("main")] = ARTICLE;
    INHERITED[Tags.number("header")] = HEADER;
    INHERITED[FIGURE_TAG] = FIGURE;
    INHERITED[Tags.number("a")] = LINKED;
    for (String name : List.of("html", "body", "main", "article")) {
      FRAME[Tags.number(name)] = true;
    }
  }

  private final Outline outline;
  private final ElementRoles words;

  /** Attributes of elements that were met beside the rows, and the masks of those. */
  private final NameWords others = new NameWords();

  private int[] otherMasks = new int[64];
  private int othersKnown = 1;
  private int order;
  private boolean inBody;

  /** What the body's microdata says in {@code meta} elements, by property. */
  private final Map<String, List<String>> stated = new HashMap<>();

  /** What the head says, and {@link #stated}. */
  final Head head;

  final StatedTitles titles;

  PageScan(Document document, Blocks blocks, ElementRoles words) {
    this.outline = blocks.outline();
    this.words = words;
    walk(document, 0, 0);
    this.head = blocks.head().with(stated);
    this.titles = new StatedTitles(head);
  }

  private void walk(Element parent, int context, int depth) {
    int size = parent.childNodeSize();
    for (int i = 0; i < size; i++) {
      Node node = parent.childNode(i);
      if (node instanceof Element element) {
        visit(element, context, depth);
      }
    }
  }

  private void visit(Element element, int context, int depth) {
    if (outline.size() > 0 && element.equals(outline.element(0))) {
      rows(context, depth);
    } else {
      look(element, context, depth);
    }
  }

  private void look(Element element, int context, int depth) {
    order++;
    String tag = element.normalName();
    int number = Tags.number(element);
    boolean named = element.attributesSize() > 0;
    int hint = named ? hint(element) : 0;
    boolean descend = true;
    switch (tag) {
      case "meta" -> meta(element.attributes(), context);
      case "script", "style", "svg", "select", "iframe", "template", "textarea", "object" ->
          descend = false;
      case "h1", "h2", "h3" -> add(headings, element, hint, context);
      case "figure" -> {
        if ((context & FIGURE) == 0) {
          add(figures, element, hint, context);
        }
      }
      case "div" -> captioned(element, hint, context);
      case "time", "relative-time", "local-time", "time-ago", "faceplate-timeago" ->
          add(dates, element, hint | ElementRoles.DATE, context);
      default -> {}
    }
    if (named) {
      Attributes attributes = element.attributes();
      boolean byAuthor = attributes.get("rel").contains("author");
      candidates(element, number, attributes.get("itemprop"), byAuthor, hint, context);
    }
    if (descend && depth < MAX_DEPTH) {
      walk(element, context | inherited(number, hint, isHidden(element)), depth + 1);
    }
  }

  /** Visits the body, which is {@code depth} deep. */
  private void rows(int context, int depth) {
    inBody = true;
    int[] byClass = words.masks(outline.classNames());
    int[] byLabel = words.masks(outline.labelNames());
    List<Outline.Skipped> skipped = outline.skipped();
    int[] inside = new int[outline.size()];
    int next = 0;
    for (int row = 0; row <= inside.length; row++) {
      for (; next < skipped.size() && skipped.get(next).next() <= row; next++) {
        beside(skipped.get(next), inside, depth);
      }
      if (row < inside.length && depth + outline.depth(row) <= MAX_DEPTH) {
        int around = row == 0 ? context : inside[outline.parent(row)];
        int hint = byClass[outline.classNumber(row)] | byLabel[outline.idNumber(row)];
        inside[row] = row(row, hint, around);
      }
    }
  }

  /** Visits an element that has no row. */
  private void beside(Outline.Skipped skipped, int[] inside, int depth) {
    int below = depth + outline.depth(skipped.parent()) + 1;
    if (below > MAX_DEPTH) {
      return;
    }
    // Half of them are scripts and styles, which hold no names and dates whatever they are called.
    if (skipped.tag() == SCRIPT || skipped.tag() == STYLE) {
      order++;
    } else {
      look(skipped.element(), inside[skipped.parent()], below);
    }
  }

  /** Visits an element that has a row and returns what holds for everything in it. */
  private int row(int row, int hint, int context) {
    order++;
    int tag = outline.tag(row);
    int level = Tags.headingLevel(tag);
    if (level > 0 && tag <= H3) {
      add(headings, outline.element(row), hint, context);
    } else if (tag == FIGURE_TAG && (context & FIGURE) == 0) {
      add(figures, outline.element(row), hint, context);
    } else if (tag == DIV) {
      captioned(outline.element(row), hint, context);
    } else if (tag == TIME || (tag == 0 && TIMES.contains(outline.element(row).normalName()))) {
      add(dates, outline.element(row), hint | ElementRoles.DATE, context);
    }
    String property = outline.property(row);
    boolean byAuthor = outline.isByAuthor(row);
    if ((hint & CANDIDATE) != 0 || !property.isEmpty() || byAuthor) {
      candidates(outline.element(row), tag, property, byAuthor, hint, context);
    }
    if (((hint & ElementRoles.NAVIGATION) != 0 || tag == NAV) && outline.isTrail(row)) {
      add(trails, outline.element(row), hint, context);
    }
    return context | inherited(tag, hint, outline.isConcealed(row));
  }

  private void captioned(Element element, int hint, int context) {
    boolean box = (hint & ElementRoles.CAPTION) != 0 && (context & FIGURE) == 0;
    if (box && element.getElementsByTag("img").size() == 1) {
      add(figures, element, hint, context);
    }
  }

  private int hint(Element element) {
    // Not Element.attr, which compares names of any case: the parser has made them small.
    Attributes attributes = element.attributes();
    return mask(attributes.get("class")) | mask(attributes.get("id"));
  }

  private int mask(String attribute) {
    int number = others.number(attribute);
    if (number == othersKnown) {
      otherMasks = number == otherMasks.length ? Arrays.copyOf(otherMasks, number * 2) : otherMasks;
      otherMasks[othersKnown++] = words.mask(others, number);
    }
    return otherMasks[number];
  }

  /** What an element says about everything in it. */
  private static int inherited(int tag, int hint, boolean hidden) {
    int bits = FRAME[tag] ? INHERITED[tag] : INHERITED[tag] | hint;
    return hidden ? bits | HIDDEN : bits;
  }

  private static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.attributes().hasKey("hidden")) {
      return true;
    }
    String style = element.attributes().get("style");
    return !style.isEmpty() && (style.contains("display:none") || style.contains("display: none"));
  }

  private void candidates(
      Element element, int tag, String itemprop, boolean byAuthor, int hint, int context) {
    if (!itemprop.isEmpty()) {
      microdata(element, itemprop, hint, context);
    }
    boolean author = byAuthor || (hint & (ElementRoles.BYLINE | ElementRoles.NICKNAME)) != 0;
    if (author && tag != BODY && tag != HTML) {
      add(bylines, element, hint | ElementRoles.BYLINE, context);
    }
    if ((hint & ElementRoles.DATE) != 0 && tag != TIME) {
      add(dates, element, hint, context);
    }
  }

  private void microdata(Element element, String itemprop, int hint, int context) {
    switch (itemprop) {
      case "headline" -> add(headings, element, hint, context);
      case "author", "creator" -> {
        if ((hint & ElementRoles.BYLINE) == 0) {
          add(bylines, element, hint, context);
        }
      }
      case "datePublished", "dateModified", "dateCreated" -> {
        if ((hint & ElementRoles.DATE) == 0 && !element.normalName().equals("time")) {
          add(dates, element, hint, context);
        }
      }
      case "articleSection", "keywords", "image", "publisher" ->
          add(properties, element, hint, context);
      default -> {}
    }
  }

  /** Returns the hint of an element inside a candidate. */
  int hintOf(Element element) {
    return element.attributesSize() == 0 ? 0 : hint(element);
  }

  /** Returns what the ancestors of an element say about it. */
  int contextOf(@Nullable Element element) {
    int context = 0;
    for (Element up = element == null ? null : element.parent(); up != null; up = up.parent()) {
      context |= inherited(Tags.number(up), hintOf(up), isHidden(up));
    }
    return context;
  }

  private void add(List<MarkedElement> spots, Element element, int hint, int context) {
    if (spots.size() < MAX_SPOTS) {
      spots.add(new MarkedElement(element, hint, context, order));
    }
  }

  /** In the body a property of microdata belongs to what the element stands in. */
  private void meta(Attributes attributes, int context) {
    String property = attributes.get("itemprop");
    String content = property.isEmpty() ? "" : Text.fold(attributes.get("content"));
    if (inBody && !content.isEmpty() && (context & ELSEWHERE) == 0) {
      stated.computeIfAbsent(property, name -> new ArrayList<>(1)).add(content);
    }
  }
}
