package org.coupure.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.xpath.XPath;
import org.coupure.block.Outline;
import org.coupure.block.Scripts;
import org.coupure.json.Json;
import org.coupure.json.JsonScript;
import org.coupure.json.StateScripts;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page as selectors see it. The second tree that XPath needs is built when the first XPath asks
 * for it, once for all of a rule's. Not thread-safe; lives as long as one judging.
 */
final class PageDom {
  private static final StateScripts STATES = StateScripts.load();

  private final Document document;
  private final @Nullable Outline outline;
  private @Nullable ClassNames classNames;
  private @Nullable NameIndex names;
  private @Nullable Map<String, List<Element>> tagged;
  private final Map<String, List<Element>> classAttributes = new HashMap<>(0);
  private final List<Element> identified = new ArrayList<>(0);
  private org.w3c.dom.@Nullable Node root;
  private @Nullable XPath xpath;
  private @Nullable List<Json> json;

  PageDom(Document document) {
    this(document, null);
  }

  /** Makes the same of a page that was cut into blocks, which spares a walk over its elements. */
  PageDom(Document document, @Nullable Outline outline) {
    this.document = document;
    this.outline = outline;
  }

  Document document() {
    return document;
  }

  /** Returns the outline that the blocks of the page were cut with, or null when they were not. */
  @Nullable Outline outline() {
    return outline;
  }

  /** Returns the names in the class attributes of the page's outline, which it must have. */
  ClassNames classNames() {
    if (classNames == null) {
      classNames = new ClassNames(outline == null ? List.of() : outline.classNames().attributes());
    }
    return classNames;
  }

  /**
   * Returns the elements by class and by id. Most selectors of a rule are no more than one of
   * these, so one walk serves all of them.
   */
  NameIndex names() {
    if (names == null) {
      names =
          outline == null ? NameIndex.of(document) : NameIndex.of(document, outline, classNames());
    }
    return names;
  }

  /** Returns the elements of a name, in page order; all for a star. */
  List<Element> tagged(String tag) {
    return index().getOrDefault(tag, List.of());
  }

  /** Returns the page's class attributes, in lower case, each with its elements in page order. */
  Map<String, List<Element>> classAttributes() {
    index();
    return classAttributes;
  }

  /** Returns the elements that have an id, in page order. */
  List<Element> identified() {
    index();
    return identified;
  }

  private Map<String, List<Element>> index() {
    Map<String, List<Element>> found = tagged;
    if (found == null) {
      Map<String, List<Element>> tags = new HashMap<>();
      List<Element> all = tags.computeIfAbsent("*", tag -> new ArrayList<>());
      document.traverse(
          (node, depth) -> {
            if (node instanceof Element element && depth > 0) {
              all.add(element);
              tags.computeIfAbsent(element.tagName(), tag -> new ArrayList<>()).add(element);
              note(element);
            }
          });
      tagged = tags;
      found = tags;
    }
    return found;
  }

  private void note(Element element) {
    if (element.attributesSize() == 0) {
      return;
    }
    if (!element.id().isEmpty()) {
      identified.add(element);
    }
    String classes = element.className();
    if (!classes.isEmpty()) {
      String key = classes.toLowerCase(Locale.ROOT);
      classAttributes.computeIfAbsent(key, k -> new ArrayList<>(2)).add(element);
    }
  }

  /** Returns the JSON of the page's scripts: linked data first, then what frameworks left. */
  List<Json> json() {
    if (json == null) {
      List<Json> roots = new ArrayList<>();
      List<Json> states = new ArrayList<>();
      for (Element script : document.getElementsByTag("script")) {
        String data = Scripts.data(script);
        if (Scripts.isLinkedData(script)) {
          roots.addAll(JsonScript.whole().read(data));
        } else {
          String text = STATES.state(script.attr("type"), data);
          Json state = text.isEmpty() ? null : JsonScript.state(text);
          if (state != null) {
            states.add(state);
          }
        }
      }
      roots.addAll(states);
      json = roots;
    }
    return json;
  }

  /** Returns the engine that this page's expressions run on. */
  XPath xpath() {
    if (xpath == null) {
      xpath = XPathEngine.create();
    }
    return xpath;
  }

  /** Returns the same page for XPath; its nodes know the jsoup nodes they were made from. */
  org.w3c.dom.Node xmlRoot() {
    if (root == null) {
      // Without name spaces, so that //div finds HTML's div.
      W3CDom copier = new W3CDom().namespaceAware(false);
      org.w3c.dom.Document copy = copier.fromJsoup(document);
      root = copier.contextNode(copy);
    }
    return root;
  }
}
