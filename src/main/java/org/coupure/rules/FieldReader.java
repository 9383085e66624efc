package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coupure.article.Access;
import org.coupure.rules.RuleFields.Found;
import org.coupure.text.Whitespace;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one rule from one page. Not thread-safe; lives as long as one clip. */
final class FieldReader {
  private static final List<String> SOURCES = List.of("data-src", "data-lazy-src", "src");

  private final Rule rule;
  private final PageDom page;
  private @Nullable RuleFields ruleFields;

  FieldReader(Rule rule, PageDom page) {
    this.rule = rule;
    this.page = page;
  }

  PageDom page() {
    return page;
  }

  RuleFields fields() {
    if (ruleFields == null) {
      ruleFields = read();
    }
    return ruleFields;
  }

  private RuleFields read() {
    return new RuleFields(
        new RuleFields.Headings(first(RulePart.TITLE), first(RulePart.SUBTITLE)),
        all(RulePart.AUTHORS),
        new RuleFields.Times(first(RulePart.PUBLISHED), first(RulePart.MODIFIED), rule.dating()),
        new RuleFields.Filing(first(RulePart.SECTION), all(RulePart.TAGS)),
        pictures(),
        access());
  }

  boolean finds(RulePart part) {
    return part == RulePart.IMAGES ? !fields().images().isEmpty() : !all(part).isEmpty();
  }

  private @Nullable Found first(RulePart part) {
    List<Found> found = all(part);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Returns the values of the first selector that has any. */
  private List<Found> all(RulePart part) {
    for (Selector selector : rule.selectors(part)) {
      List<String> values = selector.values(page);
      if (!values.isEmpty()) {
        return values.stream().map(raw -> new Found(raw, selector.where())).toList();
      }
    }
    return List.of();
  }

  private List<RuleFields.Picture> pictures() {
    for (Selector selector : rule.selectors(RulePart.IMAGES)) {
      List<RuleFields.Picture> pictures = new ArrayList<>();
      for (Element element : selector.elements(page)) {
        for (Element image : element.select("img")) {
          String source = source(image);
          if (!source.isEmpty()) {
            pictures.add(
                new RuleFields.Picture(new Found(source, selector.where()), caption(image)));
          }
        }
      }
      if (!pictures.isEmpty()) {
        return pictures;
      }
    }
    return List.of();
  }

  /** Returns the URL of a picture, which lazy sites keep beside a placeholder. */
  private static String source(Element image) {
    for (String name : SOURCES) {
      String value = image.attr(name).strip();
      if (!value.isEmpty() && !value.startsWith("data:")) {
        return value;
      }
    }
    return "";
  }

  private static @Nullable String caption(Element image) {
    Element figure = image.closest("figure");
    Element caption = figure == null ? null : figure.selectFirst("figcaption");
    String text = caption == null ? "" : Whitespace.fold(caption.text());
    return text.isEmpty() ? null : text;
  }

  private RuleFields.@Nullable Stated access() {
    for (Map.Entry<Access, List<Selector>> kind : rule.access().entrySet()) {
      for (Selector selector : kind.getValue()) {
        if (!selector.elements(page).isEmpty()) {
          return new RuleFields.Stated(kind.getKey(), selector.where());
        }
      }
    }
    return null;
  }
}
