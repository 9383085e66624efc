package org.coupure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.coupure.page.Content;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as if its theme were unknown and its style sheets compiled: each class bears a name that
 * says nothing, the same for the same class, and no id, role, label or data attribute is left. The
 * elements, the structured data and the text stay.
 */
public final class Renamed {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private Renamed() {}

  /** Renames in place. */
  public static void rename(Document document) {
    for (Element element : document.getAllElements()) {
      if (element.hasAttr("class")) {
        element.attr("class", names(element.className()));
      }
      List<String> telling = new ArrayList<>(List.of("id", "role", "aria-label"));
      for (Attribute attribute : element.attributes()) {
        if (attribute.getKey().startsWith("data-")) {
          telling.add(attribute.getKey());
        }
      }
      telling.forEach(element::removeAttr);
    }
  }

  /** Returns the page written out anew under other names, or itself when it is no HTML. */
  static Page of(Page page, PageReader reader) {
    if (!(reader.read(page) instanceof Content.Html html)) {
      return page;
    }
    Document document = html.document();
    rename(document);
    document.select("meta[charset], meta[http-equiv=content-type]").remove();
    document.outputSettings().prettyPrint(false);
    byte[] bytes = ("\uFEFF" + document.outerHtml()).getBytes(StandardCharsets.UTF_8);
    return Page.builder(page.source(), bytes).id(page.id()).url(page.url()).build();
  }

  private static String names(String classes) {
    StringBuilder names = new StringBuilder();
    for (String name : classes.strip().split("\\s+")) {
      names.append(names.isEmpty() ? "css-" : " css-");
      // Multiplied by a large odd number, so that names that are alike become unlike.
      long hash = name.hashCode() * 0x9E3779B97F4A7C15L;
      for (int i = 0; i < 6; i++) {
        names.append(LETTERS.charAt((int) (hash >>> (59 - 5 * i)) & 31));
      }
    }
    return names.toString();
  }
}
