package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.block.Blocks;
import org.coupure.text.Whitespace;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows without searching it: class names, generators, the classes of its body. Not
 * thread-safe; lives as long as one matching.
 */
final class PageMarks {
  private final Document document;
  private final PageDom dom;
  private final @Nullable String url;
  private @Nullable List<String> generators;
  private @Nullable List<String> bodyClasses;

  private @Nullable String language;

  PageMarks(@Nullable String url, Blocks blocks, Document document) {
    this.document = document;
    this.dom = new PageDom(document, blocks.outline());
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

  /** Returns whether the body or an element in it is of this class. */
  boolean hasClass(String name) {
    return dom.classNames().has(name);
  }

  /** Returns the class names of {@code body}. */
  List<String> bodyClasses() {
    if (bodyClasses == null) {
      bodyClasses = new ArrayList<>();
      Whitespace.names(document.body().className(), bodyClasses::add);
    }
    return bodyClasses;
  }

  /** Returns what the page's {@code meta name=generator} say, in lower case. */
  List<String> generators() {
    if (generators == null) {
      generators = new ArrayList<>();
      Element head = document.head();
      for (int i = 0; i < head.childNodeSize(); i++) {
        boolean meta = head.childNode(i) instanceof Element child && child.nameIs("meta");
        if (meta && head.childNode(i).attr("name").equalsIgnoreCase("generator")) {
          generators.add(head.childNode(i).attr("content").toLowerCase(Locale.ROOT));
        }
      }
    }
    return generators;
  }

  PageDom dom() {
    return dom;
  }
}
