package org.coupure.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * Puts into a fresh parse what a browser would show of it where the source writes it another way:
 * text in shadow roots, e-mail addresses that a script decodes, characters drawn as images, marks
 * around superscripts, code whose lines are elements, the numbers of numbered lists. So rules,
 * judges and metadata see the page as a reader does. Done once per page, by the reader, before
 * anybody else has the document.
 */
final class DomNormalizer implements NodeVisitor {
  private final List<Element> shadowRoots = new ArrayList<>(0);
  private final List<Element> emails = new ArrayList<>(0);
  private final List<Element> images = new ArrayList<>();
  private final List<Element> superscripts = new ArrayList<>(0);
  private final List<Element> code = new ArrayList<>(0);
  private final List<Element> lists = new ArrayList<>();

  private DomNormalizer() {}

  /** Changes {@code document}, which nobody else may have yet. */
  static void normalize(Document document) {
    DomNormalizer found = new DomNormalizer();
    document.traverse(found);
    if (!found.shadowRoots.isEmpty()) {
      ShadowRoots.show(found.shadowRoots);
      // What stood in the templates was passed over: it is looked at now that it is shown.
      normalize(document);
      return;
    }
    found.emails.forEach(ObfuscatedEmail::decode);
    found.images.forEach(CharacterImage::replace);
    found.superscripts.forEach(Superscript::mark);
    found.code.forEach(CodeLines::join);
    found.lists.forEach(ListItems::normalize);
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    switch (element.normalName()) {
      case "template" -> add(shadowRoots, element, ShadowRoots.isShadowRoot(element));
      case "img" -> add(images, element, true);
      case "sup" -> add(superscripts, element, true);
      case "pre", "code", "table" -> add(code, element, true);
      case "ol", "ul" -> add(lists, element, true);
      case "a", "span" -> {
        add(emails, element, ObfuscatedEmail.isOne(element));
        add(superscripts, element, Superscript.isOne(element));
      }
      default -> {
        // Is shown as it is written.
      }
    }
  }

  private static void add(List<Element> list, Element element, boolean fits) {
    if (fits) {
      list.add(element);
    }
  }
}
