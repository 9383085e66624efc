package org.coupure.sink;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/**
 * A record as a document of the Text Encoding Initiative (TEI P5): what is known of the article in
 * the header, and a division for each heading with the passages beneath it. Used once.
 */
final class TeiDocument {
  private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

  /** What stands in front of the documents of one file, which are a corpus together. */
  static final String CORPUS_HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\""
          + NAMESPACE
          + "\">\n<teiHeader><fileDesc><titleStmt><title>Articles</title></titleStmt>"
          + "<publicationStmt><p>Clipped by Coupure.</p></publicationStmt>"
          + "<sourceDesc><p>Pages of the web and text dumps.</p></sourceDesc>"
          + "</fileDesc></teiHeader>\n";

  static final String CORPUS_TAIL = "</teiCorpus>\n";

  private final StringBuilder xml = new StringBuilder();
  private final Article article;

  private TeiDocument(Article article) {
    this.article = article;
  }

  /** Returns the record as a file of its own. */
  static byte[] alone(Clip clip) {
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + of(clip, true);
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the record as a part of a corpus. */
  static byte[] part(Clip clip) {
    return of(clip, false).getBytes(StandardCharsets.UTF_8);
  }

  private static String of(Clip clip, boolean alone) {
    TeiDocument document = new TeiDocument(clip.requireArticle());
    document.xml.append("<TEI").append(alone ? " xmlns=\"" + NAMESPACE + "\"" : "").append(">\n");
    document.header();
    document.text();
    return document.xml.append("</TEI>\n").toString();
  }

  private void header() {
    xml.append("<teiHeader>\n<fileDesc>\n<titleStmt>\n");
    // The schema wants a title also of a record that has none.
    String title = article.headline().title();
    element("title", " type=\"main\"", title == null ? "" : title);
    optional("title", " type=\"sub\"", article.headline().subtitle());
    article.byline().authors().forEach(author -> element("author", "", author));
    xml.append("</titleStmt>\n");
    publication();
    source();
    xml.append("</fileDesc>\n<encodingDesc><appInfo>");
    xml.append("<application ident=\"Coupure\" version=\"");
    xml.append(Xml.escaped(article.provenance().version()));
    xml.append("\"><label>Coupure</label></application></appInfo></encodingDesc>\n");
    profile();
    xml.append("</teiHeader>\n");
  }

  private void publication() {
    xml.append("<publicationStmt>\n");
    String site = article.place().site();
    String publisher = site == null ? Url.host(article.place().urlOrCanonical()) : site;
    element("publisher", "", publisher == null ? "" : publisher);
    date(article.dates().published());
    optional("idno", " type=\"URL\"", article.place().urlOrCanonical());
    element("idno", " type=\"coupure\"", article.id());
    String license = article.rights().license();
    if (license != null) {
      xml.append("<availability>");
      element("licence", "", license);
      xml.append("</availability>\n");
    }
    xml.append("</publicationStmt>\n");
  }

  private void source() {
    xml.append("<sourceDesc>\n<bibl>");
    xml.append(Xml.escaped(article.provenance().source()));
    xml.append("</bibl>\n</sourceDesc>\n");
  }

  private void date(@Nullable Moment moment) {
    if (moment != null) {
      LocalDate day = moment.time().toLocalDate();
      element("date", " when=\"" + day + "\"", moment.toRfc3339());
    }
  }

  private void profile() {
    xml.append("<profileDesc>\n");
    String description = article.headline().description();
    if (description != null) {
      xml.append("<abstract>");
      element("p", "", description);
      xml.append("</abstract>\n");
    }
    String language = article.language();
    if (language != null) {
      xml.append("<langUsage>");
      element("language", " ident=\"" + Xml.escaped(language) + "\"", language);
      xml.append("</langUsage>\n");
    }
    keywords(
        "section",
        article.place().section() == null ? List.of() : List.of(article.place().section()));
    keywords("tags", article.tags());
    xml.append("</profileDesc>\n");
  }

  private void keywords(String type, List<String> terms) {
    if (!terms.isEmpty()) {
      xml.append("<textClass><keywords scheme=\"").append(type).append("\">\n");
      terms.forEach(term -> element("term", "", term));
      xml.append("</keywords></textClass>\n");
    }
  }

  private void text() {
    String language = article.language();
    xml.append("<text");
    xml.append(language == null ? "" : " xml:lang=\"" + Xml.escaped(language) + "\"");
    xml.append(">\n<body>\n<div>\n");
    List<Passage> body = article.body();
    for (int i = 0; i < body.size(); ) {
      i = passage(body, i);
    }
    // A division without content is valid, a body without one is not.
    xml.append("</div>\n</body>\n</text>\n");
  }

  /** Writes the passage at {@code i} and those that belong to it; returns the next one. */
  private int passage(List<Passage> body, int i) {
    Passage passage = body.get(i);
    switch (passage.kind()) {
      case HEADING -> {
        xml.append("</div>\n<div>\n");
        element("head", "", passage.text());
      }
      case LIST_ITEM -> {
        return group(body, i, PassageKind.LIST_ITEM, "list");
      }
      case TABLE_ROW -> {
        return group(body, i, PassageKind.TABLE_ROW, "table");
      }
      case QUOTE -> element("quote", "", passage.text());
      case CODE -> {
        xml.append("<ab type=\"code\" xml:space=\"preserve\">");
        xml.append(Xml.escaped(passage.text())).append("</ab>\n");
      }
      case CAPTION -> {
        xml.append("<figure>");
        element("figDesc", "", passage.text());
        xml.append("</figure>\n");
      }
      case PARAGRAPH -> element("p", "", passage.text());
    }
    return i + 1;
  }

  private int group(List<Passage> body, int first, PassageKind kind, String name) {
    xml.append('<').append(name).append(">\n");
    int i = first;
    for (; i < body.size() && body.get(i).kind() == kind; i++) {
      if (kind == PassageKind.LIST_ITEM) {
        element("item", "", body.get(i).text());
      } else {
        xml.append("<row>");
        for (String cell : body.get(i).text().split("\t", -1)) {
          element("cell", "", cell);
        }
        xml.append("</row>\n");
      }
    }
    xml.append("</").append(name).append(">\n");
    return i;
  }

  private void optional(String name, String attributes, @Nullable String text) {
    if (text != null) {
      element(name, attributes, text);
    }
  }

  private void element(String name, String attributes, String text) {
    xml.append('<').append(name).append(attributes).append('>');
    xml.append(Xml.escaped(text)).append("</").append(name).append(">\n");
  }
}
