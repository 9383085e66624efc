package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Access;
import org.coupure.article.Headline;
import org.coupure.block.Blocks;
import org.coupure.byline.BylineParser;
import org.coupure.date.DateLines;
import org.coupure.date.DateParser;
import org.coupure.date.Months;
import org.coupure.json.Json;
import org.coupure.json.JsonScript;
import org.coupure.page.Page;
import org.coupure.rules.RuleFields;
import org.jsoup.nodes.Document;

/**
 * Reads what a page says about its article, in one walk over it: what rules say goes first, then
 * the structured data of the thing that the page is about, then meta elements, then what a reader
 * sees around the headline. Better nothing than something wrong. Immutable and thread-safe.
 */
public final class MetadataReader {
  /** More scripts of linked data than any honest page has; the rest is not read. */
  private static final int MAX_SCRIPTS = 100;

  private final Months months = Months.load();
  private final DateParser dateParser = DateParser.load(months);
  private final DateLines dateLines = DateLines.load();
  private final BylineParser names = BylineParser.bundled();
  private final ElementRoles elementRoles = ElementRoles.load();
  private final ListedFallback listedFallback = new ListedFallback(names);
  private final JsonScript scripts = new JsonScript();

  /**
   * Returns the metadata of a page.
   *
   * @param page what was captured
   * @param blocks the page's blocks; their document is null for plain text
   * @param ruled what site rule and themes found, strongest first
   */
  public Metadata read(Page page, Blocks blocks, List<RuleFields> ruled) {
    return listedFallback.over(stated(page, blocks, ruled), page);
  }

  private Metadata stated(Page page, Blocks blocks, List<RuleFields> ruled) {
    Document document = blocks.document();
    if (document == null) {
      return readText(page, blocks);
    }
    return new HtmlMetadata(
            names,
            dateParser,
            dateLines,
            page,
            blocks,
            new PageScan(document, blocks, elementRoles))
        .read(document, linkedData(blocks), ruled);
  }

  private Metadata readText(Page page, Blocks blocks) {
    EvidenceLog log = new EvidenceLog();
    DumpFacts facts = new DumpFacts(names, dateParser, dateLines, log).read(blocks, page.url());
    return new Metadata(
        new Headline(facts.title(), null, null),
        facts.byline(),
        facts.dates(page),
        facts.place(page),
        null,
        facts.tags(),
        List.of(),
        Access.UNKNOWN,
        page.rights(),
        log.entries(),
        facts.spent());
  }

  private LinkedData linkedData(Blocks blocks) {
    List<Json> roots = new ArrayList<>();
    List<String> read = blocks.linkedData();
    for (String script : read.subList(0, Math.min(read.size(), MAX_SCRIPTS))) {
      roots.addAll(scripts.read(script));
    }
    return LinkedData.of(roots);
  }
}
