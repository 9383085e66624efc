package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpTitle;
import org.coupure.block.TitleKey;
import org.coupure.byline.BylineParser;
import org.coupure.byline.SiteNames;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The name of the site that a plain-text dump is of: what stands behind a separator after the
 * headline ("River rises - The Kestrel Post") or in a copyright notice. It is believed when another
 * line says it, too, or when it is a newspaper's by its words; a headline may have a separator of
 * its own. Immutable.
 */
final class DumpSite {
  /** Words of the longest name. Chosen. */
  private static final int LONGEST = 6;

  /** Words of the longest line that is a copyright notice. Chosen. */
  private static final int LONGEST_NOTICE = 16;

  private static final Pattern NOTICE =
      Pattern.compile(
          "(?:\\(c\\)|©|copyright)(?:[ ,:]|©|\\(c\\)|\\d{4}|[-–])*([^.,;|•·©]{2,60}).{0,80}",
          Pattern.CASE_INSENSITIVE);

  private final List<String> suffixes = new ArrayList<>();
  private @Nullable String name;
  private @Nullable Block evidence;

  private DumpSite() {}

  /**
   * Reads the lines of {@code blocks}.
   *
   * @param title the index of the headline's block, or -1
   */
  static DumpSite of(Blocks blocks, int title, BylineParser names) {
    DumpSite site = new DumpSite();
    List<Block> list = blocks.list();
    String headline = title < 0 ? "" : DumpTitle.text(blocks, title);
    if (!headline.isEmpty()) {
      TitleKey key = TitleKey.of(headline);
      for (Block block : list) {
        boolean repeats = block.index() == title || key.isRepeatedBy(TitleKey.of(block.text()));
        String suffix = repeats ? Titles.lastPart(block.text()) : null;
        if (suffix != null && Tokens.count(suffix) <= LONGEST) {
          site.suffix(suffix, block, list, names);
        }
      }
    }
    for (Block block : list) {
      String noted = noted(block);
      boolean known =
          noted != null && (names.isNewspaper(noted) || mentions(list, noted, block) > 0);
      if (site.name == null && known) {
        site.name = noted;
        site.evidence = block;
      }
    }
    return site;
  }

  private void suffix(String suffix, Block line, List<Block> list, BylineParser names) {
    boolean newspaper = names.isNewspaper(suffix);
    boolean noted = list.stream().anyMatch(b -> suffix.equals(noted(b)));
    if (newspaper || noted || mentions(list, suffix, line) > 0) {
      suffixes.add(suffix);
    }
    if (name == null && (newspaper || noted)) {
      name = suffix;
      evidence = line;
    }
  }

  /** Returns how many other lines are nothing but {@code name}. */
  private static long mentions(List<Block> list, String name, Block except) {
    String key = SiteNames.compact(name);
    return list.stream()
        .filter(b -> b != except && b.words() <= LONGEST && SiteNames.compact(b.text()).equals(key))
        .count();
  }

  /** Returns the name in a copyright notice, or null. */
  private static @Nullable String noted(Block block) {
    if (block.words() > LONGEST_NOTICE) {
      return null;
    }
    Matcher notice = NOTICE.matcher(block.text());
    String name = notice.matches() ? notice.group(1).strip() : "";
    return name.isEmpty() || Text.hasDigit(name) || Tokens.count(name) > LONGEST ? null : name;
  }

  /** Returns {@code title} without the site's name at its end. */
  String without(String title) {
    String rest = title;
    for (String suffix : suffixes) {
      boolean ends = suffix.equals(Titles.lastPart(rest));
      rest = ends ? Titles.withoutSite(rest, SiteNames.of(List.of(suffix), null)) : rest;
    }
    return rest;
  }

  /** Returns the site's name, or null when it is not sure. */
  @Nullable String name() {
    return name;
  }

  /** Returns the line that says {@link #name()}, or null. */
  @Nullable Block evidence() {
    return evidence;
  }
}
