package org.coupure.block;

import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/** What script elements hold that no browser runs. */
public final class Scripts {
  private static final String TYPE = "ld+json";

  private Scripts() {}

  /** Returns whether {@code script} is linked data (JSON-LD). */
  public static boolean isLinkedData(Element script) {
    String type = script.attributesSize() == 0 ? "" : script.attributes().get("type");
    return type.contains(TYPE) || type.toLowerCase(Locale.ROOT).contains(TYPE);
  }

  /**
   * Returns the source of {@code script}, without a copy where it is one node, as nearly always.
   */
  public static String data(Element script) {
    return script.childNodeSize() == 1 && script.childNode(0) instanceof DataNode only
        ? only.getWholeData()
        : script.data();
  }
}
