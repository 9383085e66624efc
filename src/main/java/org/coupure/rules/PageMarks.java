package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows without searching it: class names, generators, the classes of its body. Not
 * thread-safe; lives as long as one matching.
 */
final class PageMarks {
  private final Set<String> classes;
  private final Document document;
  private final Outline outline;
  private final @Nullable String url;
  private @Nullable List<String> generators;
  private @Nullable Set<String> bodyClasses;
  private @Nullable PageDom dom;

  private @Nullable String language;

  PageMarks(@Nullable String url, Blocks blocks, Document document) {
    this.classes = blocks.classes();
    this.document = document;
    this.outline = blocks.outline();
    this.url = url;
  }

  /** Returns the page's address, or null. */
  @Nullable String url() {
    return url;
  }

  /** Returns the language that the page declares, in lower case; empty when it declares none. */
  String language() {
    if (language == null) {
      Element html = document.selectFirst("html");
      String declared = html == null ? "" : html.attr("lang");
      if (declared.isBlank() && html != null) {
        declared = html.attr("xml:lang");
      }
      language = declared.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }
    return language;
  }

  /** Returns every class name of the page. */
  Set<String> classes() {
    return classes;
  }

  /** Returns the class names of {@code body}. */
  Set<String> bodyClasses() {
    if (bodyClasses == null) {
      bodyClasses = document.body().classNames();
    }
    return bodyClasses;
  }

  /** Returns what the page's {@code meta name=generator} say, in lower case. */
  List<String> generators() {
    if (generators == null) {
      generators = new ArrayList<>();
      for (Element child : document.head().children()) {
        if (child.nameIs("meta") && child.attr("name").equalsIgnoreCase("generator")) {
          generators.add(child.attr("content").toLowerCase(Locale.ROOT));
        }
      }
    }
    return generators;
  }

  PageDom dom() {
    if (dom == null) {
      dom = new PageDom(document, outline);
    }
    return dom;
  }
}
