package org.coupure.rules;

import java.util.List;
import org.jsoup.nodes.Element;

/** A compiled selector of a rule. Implementations are immutable and thread-safe. */
interface Selector {
  /** Returns its file, line and text, such as {@code themes/tagdiv.yaml:14 .td-crumb}. */
  String where();

  /** Returns the elements that match, in page order. */
  List<Element> elements(PageDom page);

  /** Returns the value of each match, white space folded, in page order; no blank ones. */
  List<String> values(PageDom page);
}
