package org.coupure.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.coupure.article.Byline;
import org.coupure.article.Moment;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpTitle;
import org.coupure.metadata.DateLines.Sort;
import org.coupure.metadata.Names.Trust;
import org.coupure.text.Bylines;
import org.jspecify.annotations.Nullable;

/**
 * Reads headline, byline and date out of a plain-text dump: the lines near its title, and the
 * initials or the agency that close the text.
 */
final class DumpFacts {
  private static final int AFTER = 5;
  private static final int BEFORE = 3;

  /** Longer lines with a date are paragraphs. */
  private static final int MAX_LINE = 90;

  private static final SiteNames NO_SITE = SiteNames.of(List.of(), null);

  private final Names names;
  private final DateText dateText;
  private final DateLines dateLines;
  private final EvidenceLog log;

  private final Set<String> authors = new LinkedHashSet<>();
  private final Map<Integer, String> spent = new HashMap<>();
  private @Nullable String title;
  private @Nullable String agency;
  private @Nullable Moment published;

  DumpFacts(Names names, DateText dateText, DateLines dateLines, EvidenceLog log) {
    this.names = names;
    this.dateText = dateText;
    this.dateLines = dateLines;
    this.log = log;
  }

  /** Reads {@code blocks}, once; the answers are then in the other methods. */
  DumpFacts read(Blocks blocks, @Nullable String url) {
    Supplier<Locale> locale = () -> Locales.of(null, blocks, url);
    List<Block> list = blocks.list();
    int at = DumpTitle.find(blocks);
    if (at < 0) {
      return this;
    }
    title = list.get(at).text();
    spent.put(at, "title");
    log.add("title", "text", "block " + at, title);
    for (int i = at + 1; i < list.size() && i <= at + AFTER; i++) {
      line(list.get(i), locale);
    }
    for (int i = at - 1; i >= 0 && i >= at - BEFORE; i--) {
      line(list.get(i), locale);
    }
    Block signature = ClosingLine.find(blocks, at);
    if (signature != null) {
      sign(signature);
    }
    int last = list.size() - 1;
    if (last > at + 1 && !spent.containsKey(last)) {
      closing(list.get(last));
    }
    return this;
  }

  private void line(Block block, Supplier<Locale> locale) {
    String text = block.text();
    if (authors.isEmpty() && authors.addAll(Bylines.names(text))) {
      spend(block, "authors");
      return;
    }
    Sort sort = text.length() <= MAX_LINE ? dateLines.sort(text) : Sort.NONE;
    if (published == null && (sort == Sort.BARE || sort == Sort.PUBLISHED)) {
      published = dateText.parse(text, locale.get());
      if (published != null) {
        signed(text);
        spend(block, "published");
      }
    }
  }

  /** "Par Jeanne Exemple – 12/04/2019 10:22": who and when on one line. */
  private void signed(String dated) {
    if (authors.isEmpty() && names.prefixes().startsAsByline(dated)) {
      authors.addAll(names.read(dated, NO_SITE, Trust.SEEN).authors());
      if (!authors.isEmpty()) {
        log.add("authors", "text", "line with a date", dated);
      }
    }
  }

  private void sign(Block signature) {
    if (authors.isEmpty()) {
      authors.add(ClosingLine.name(signature));
    }
    spend(signature, "authors");
  }

  /** "R. I.", "Par Jeanne Exemple" or "(AFP)" as the very last line. */
  private void closing(Block block) {
    String text = block.text();
    if (Bylines.isSignature(text)) {
      sign(block);
      return;
    }
    List<String> names = Bylines.names(text);
    if (authors.isEmpty() && !names.isEmpty()) {
      authors.addAll(names);
      spend(block, "authors");
      return;
    }
    List<String> agencies = Bylines.agencies(text);
    if (!agencies.isEmpty()) {
      agency = agencies.get(0);
      spend(block, "agency");
    }
  }

  private void spend(Block block, String field) {
    spent.put(block.index(), field);
    log.add(field, "text", "block " + block.index(), block.text());
  }

  @Nullable String title() {
    return title;
  }

  Byline byline() {
    return new Byline(new ArrayList<>(authors), agency);
  }

  @Nullable Moment published() {
    return published;
  }

  Map<Integer, String> spent() {
    return spent;
  }
}
