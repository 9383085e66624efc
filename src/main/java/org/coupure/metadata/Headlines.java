package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the headline. What the head and the structured data call the page are witnesses; the
 * visible heading that agrees with them best is the headline, because it is what a reader sees. A
 * page whose headings agree with nothing goes by its witnesses.
 */
final class Headlines {
  /** A heading shares about half its words with a title before it is taken for the headline. */
  private static final double AGREEING = 0.55;

  /** Longer headings are teasers or whole cards. */
  private static final int MAX_LENGTH = 350;

  private static final List<String> META_TITLES =
      List.of(
          "og:title",
          "twitter:title",
          "parsely-title",
          "sailthru.title",
          "headline",
          "title",
          "dc.title",
          "dcterms.title",
          "citation_title",
          "cxenseparse:title");

  /**
   * The decision.
   *
   * @param title the headline, cleaned
   * @param found where it came from
   * @param spot the heading it stands in, or null when it is not visible
   */
  record Choice(String title, Found found, @Nullable Spot spot) {}

  /** A heading with its text and how well the witnesses agree. */
  private record Heading(Spot spot, String text, double agreement) {}

  private final SiteNames site;
  private final List<Found> witnesses;

  private Headlines(SiteNames site, List<Found> witnesses) {
    this.site = site;
    this.witnesses = witnesses;
  }

  static @Nullable Choice choose(
      Survey survey, @Nullable Json main, SiteNames site) {
    return new Headlines(site, witnesses(survey.head, main)).decide(survey.headings);
  }

  /** Returns what the page calls itself where no reader looks, plain, best first. */
  static List<Found> witnesses(HeadFacts head, @Nullable Json main) {
    List<Found> witnesses = new ArrayList<>();
    if (main != null) {
      String headline = main.text("headline");
      add(witnesses, headline, "json-ld", "headline");
      if (headline == null) {
        add(witnesses, main.text("name"), "json-ld", "name");
      }
    }
    for (String name : META_TITLES) {
      add(witnesses, head.meta(name), "meta", name);
    }
    add(witnesses, head.title(), "title", "title");
    return witnesses;
  }

  private static void add(List<Found> to, @Nullable String raw, String from, String where) {
    if (raw != null) {
      String plain = Text.plain(raw);
      if (!plain.isEmpty()) {
        to.add(new Found(plain, from, where));
      }
    }
  }

  private @Nullable Choice decide(List<Spot> headings) {
    List<Heading> tops = new ArrayList<>();
    List<Heading> others = new ArrayList<>();
    for (Spot spot : headings) {
      boolean top = isTop(spot.element());
      if (top || others.size() < 40) {
        Heading heading = heading(spot);
        if (heading != null) {
          (top ? tops : others).add(heading);
        }
      }
    }
    Heading best = best(tops);
    if (best != null && best.agreement >= AGREEING) {
      return choice(best);
    }
    Heading second = best(others);
    if (second != null && second.agreement >= 0.9) {
      return choice(second);
    }
    if (best != null && isOnly(best, tops)) {
      return choice(best);
    }
    return witness(best);
  }

  private static boolean isTop(Element element) {
    return element.normalName().equals("h1") || element.hasAttr("itemprop");
  }

  private @Nullable Heading heading(Spot spot) {
    if ((spot.context() & Survey.HIDDEN) != 0 && spot.element().normalName().equals("h1") == false) {
      return null;
    }
    String text = Text.plain(spot.element().text());
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    return new Heading(spot, text, agreement(spot, text));
  }

  private double agreement(Spot spot, String text) {
    double agreement = 0;
    for (Found witness : witnesses) {
      double alike = Likeness.of(text, witness.value());
      if (alike < 0.95) {
        alike = Math.max(alike, Likeness.of(text, Titles.withoutSite(witness.value(), site)));
      }
      agreement = Math.max(agreement, alike);
    }
    if ((spot.context() & Survey.ELSEWHERE) != 0) {
      agreement -= 0.15;
    }
    if (site.is(text)) {
      agreement -= 0.5;
    }
    return agreement;
  }

  private static @Nullable Heading best(List<Heading> headings) {
    Heading best = null;
    for (Heading heading : headings) {
      if (best == null || heading.agreement > best.agreement) {
        best = heading;
      }
    }
    return best;
  }

  private boolean isOnly(Heading best, List<Heading> tops) {
    return tops.size() == 1
        && !site.is(best.text)
        && (best.spot.context() & Survey.ELSEWHERE) == 0;
  }

  private Choice choice(Heading heading) {
    String title = Titles.withoutSite(heading.text, site);
    return new Choice(
        title, new Found(heading.text, "heading", heading.spot.element().normalName()), heading.spot);
  }

  private @Nullable Choice witness(@Nullable Heading fallback) {
    for (Found witness : witnesses) {
      String title = Titles.withoutSite(witness.value(), site);
      if (!site.is(title)) {
        return new Choice(title, witness, null);
      }
    }
    if (fallback != null) {
      return choice(fallback);
    }
    return witnesses.isEmpty()
        ? null
        : new Choice(witnesses.get(0).value(), witnesses.get(0), null);
  }
}
