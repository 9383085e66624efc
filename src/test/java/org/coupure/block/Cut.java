package org.coupure.block;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/** Pages cut into blocks, shown as one string a block. */
public final class Cut {
  private Cut() {}

  public static Blocks page(String html) {
    return HtmlSegmenter.segment(Jsoup.parse(html));
  }

  public static List<String> texts(String html) {
    return page(html).list().stream().map(Block::text).toList();
  }

  /** Returns the only block of a page that must have one. */
  public static Block only(String html) {
    List<Block> list = page(html).list();
    if (list.size() != 1) {
      throw new AssertionError("expected one block, found " + list);
    }
    return list.get(0);
  }

  /** Returns {@code kind text} for every block, with the level of headings and list items. */
  public static List<String> kinds(String html) {
    return page(html).list().stream()
        .map(
            b ->
                b.kind().name().toLowerCase(Locale.ROOT)
                    + (b.level() > 0 ? b.level() : "")
                    + " "
                    + b.text())
        .toList();
  }
}
