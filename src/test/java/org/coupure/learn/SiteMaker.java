package org.coupure.learn;

import java.nio.charset.StandardCharsets;
import org.coupure.page.Page;

/** Makes pages of one site: the same template around texts that differ from page to page. */
final class SiteMaker {
  private static final String[] THINGS = {
    "bridge", "harbour", "library", "orchard", "railway", "theatre", "bakery", "quarry", "school",
    "market", "mill", "museum"
  };
  private static final String[] PEOPLE = {
    "the council", "a group of neighbours", "the engineers", "its former owner", "the mayor"
  };
  private static final String[] DEEDS = {
    "decided after a long meeting to repair the roof of the %s before the next winter comes",
    "told our reporter that the %s had cost twice as much as anybody expected in spring",
    "said on Monday that nobody who knows the %s would want to see it closed for good",
    "found in an old cellar the drawings by which the %s was built two hundred years ago",
    "hopes that the %s will draw more visitors to the valley than it did in the past year"
  };

  private final String container;
  private final boolean twoLayouts;
  private final String second;
  private String more = "";
  private String aside = "teasers";

  SiteMaker(String container) {
    this(container, false, "");
  }

  private SiteMaker(String container, boolean twoLayouts, String second) {
    this.container = container;
    this.twoLayouts = twoLayouts;
    this.second = second;
  }

  /** Every other page has its text in a container of another name. */
  SiteMaker withTwoLayouts() {
    return new SiteMaker(container, true, second);
  }

  /** The second half of each text stands in a container of its own, behind an advert. */
  SiteMaker withHalfIn(String other) {
    return new SiteMaker(container, twoLayouts, other);
  }

  static String thing(int page) {
    return THINGS[page % THINGS.length] + (page >= THINGS.length ? " " + page : "");
  }

  /** Returns a paragraph of a page's own. */
  static String paragraph(int page, int at) {
    String deed = DEEDS[(page + at) % DEEDS.length].formatted(thing(page));
    String after = DEEDS[(page + 2 * at + 1) % DEEDS.length].formatted(thing(page));
    String who = PEOPLE[(page + at) % PEOPLE.length];
    return "In paragraph "
        + at
        + " "
        + who
        + " "
        + deed
        + ". One year later "
        + who
        + " "
        + after
        + ".";
  }

  /** The list of teasers beside the text bears another class. */
  SiteMaker withAside(String name) {
    SiteMaker other = new SiteMaker(container, twoLayouts, second);
    other.aside = name;
    return other;
  }

  /** Returns a page that asks who is there instead of showing anything. */
  static Page challenge(int number) {
    String html =
        "<!doctype html><html lang=en><title>Just a moment...</title><h1>Checking your browser</h1>"
            + "<p>Please enable JavaScript and cookies to continue.</p>";
    String url = "https://www.courier.example/news/" + number;
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return Page.builder(number + ".html", bytes).url(url).build();
  }

  /** Returns a page with more HTML behind its third paragraph. */
  Page with(int number, String html) {
    SiteMaker other = new SiteMaker(container, twoLayouts, second);
    other.more = html;
    return other.page(number);
  }

  Page page(int number) {
    StringBuilder html = new StringBuilder("<!doctype html><html lang=en><head><title>");
    String title = "What becomes of the " + thing(number);
    html.append(title).append("</title></head><body><nav class=menu><ul><li><a href=/>Home</a>");
    html.append("<li><a href=/news>News</a><li><a href=/sport>Sport</a></ul></nav>");
    html.append(twoLayouts ? "<div>" : "<main>")
        .append("<h1 class=headline>")
        .append(title)
        .append("</h1>");
    boolean other = twoLayouts && number % 2 == 1;
    html.append("<div class=\"").append(other ? "longread-copy" : container).append("\">");
    body(html, number);
    html.append("</div><aside class=\"").append(aside).append("\"><h3>Most read</h3><ul>");
    for (int i = 1; i < 5; i++) {
      String link = thing(number + i);
      html.append("<li><a href=/").append(i).append(">News of the ").append(link).append("</a>");
    }
    html.append("</ul></aside></")
        .append(twoLayouts ? "div" : "main")
        .append("><footer><p>© Valley Courier. All rights reserved. ");
    html.append("Imprint, privacy and terms of use.</p></footer></body></html>");
    String url = "https://www.courier.example/news/" + number;
    byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
    return Page.builder(number + ".html", bytes).url(url).id("p" + number).build();
  }

  private void body(StringBuilder html, int number) {
    int paragraphs = 6 + number % 3;
    for (int i = 0; i < paragraphs; i++) {
      html.append("<p>").append(paragraph(number, i)).append("</p>");
      if (i == 2) {
        html.append("<div class=promo-box><p>Subscribe to our newsletter ").append(number);
        html.append("</p></div>").append(more);
      }
      if (!second.isEmpty() && i == paragraphs / 2 - 1) {
        html.append("</div><div class=\"").append(second).append("\">");
      }
    }
  }
}
