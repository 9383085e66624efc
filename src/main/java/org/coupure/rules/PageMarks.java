package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.block.Blocks;
import org.coupure.page.Head;
import org.coupure.text.LanguageTag;
import org.coupure.text.Whitespace;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows without searching it: class names, generators, the classes of its body. Not
 * thread-safe; lives as long as one matching.
 */
final class PageMarks {
  private final Document document;
  private final Head head;
  private final PageDom dom;
  private final @Nullable String url;
  private @Nullable List<String> generators;
  private @Nullable List<String> bodyClasses;

  private @Nullable String language;

  PageMarks(@Nullable String url, Blocks blocks, Document document) {
    this.document = document;
    this.head = blocks.head();
    this.dom = new PageDom(document, blocks.outline());
    this.url = url;
  }

  /** Returns the page's URL, or null. */
  @Nullable String url() {
    return url;
  }

  /** Returns the language that the page declares, in lower case; empty when it declares none. */
  String language() {
    if (language == null) {
      String declared = LanguageTag.of(head.language());
      language = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
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
      generators =
          head.metas("generator").stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
    return generators;
  }

  PageDom dom() {
    return dom;
  }
}
