package org.coupure.block;

import java.util.Random;

/** Pages of random elements in which every text node begins with a word of its own. */
public final class RandomPage {
  private static final String[] ELEMENTS =
      ("div p ul li table blockquote pre h2 section article figure figcaption noscript label dl dd"
              + " span a b i em strong code small custom")
          .split(" ");

  private static final String[] EMPTY = {
    "<br>",
    "<br><br>",
    "<img>",
    "<hr>",
    "<wbr>",
    "<b></b>",
    "<span> </span>",
    "<p></p>",
    "<script>x</script>",
    "<!-- x -->",
    " ",
    "\n",
    "&nbsp;",
    "&shy;",
    "&#x200B;",
  };

  private static final String FILLER =
      " le conseil a voté le budget mardi soir, après quatre heures de débat et un vote serré.";

  private final Random random;
  private final StringBuilder html = new StringBuilder();
  private int words;

  private RandomPage(long seed) {
    this.random = new Random(seed);
  }

  public static String html(long seed) {
    RandomPage page = new RandomPage(seed);
    page.children(4 + page.random.nextInt(8), 0);
    return "<body>" + page.html;
  }

  private void children(int count, int depth) {
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(depth > 8 ? 2 : 4)) {
        case 0 -> html.append(EMPTY[random.nextInt(EMPTY.length)]);
        case 1 -> text();
        default -> element(depth);
      }
    }
  }

  private void text() {
    html.append(random.nextBoolean() ? " w" : "w").append(words++).append('.');
    if (random.nextInt(3) == 0) {
      html.append(FILLER).append(random.nextBoolean() ? "<br>" : "");
    }
  }

  private void element(int depth) {
    String name = ELEMENTS[random.nextInt(ELEMENTS.length)];
    html.append('<').append(name).append(attribute()).append('>');
    children(random.nextInt(5), depth + 1);
    if (random.nextInt(12) > 0) {
      html.append("</").append(name).append('>');
    }
  }

  private String attribute() {
    return switch (random.nextInt(8)) {
      case 0 -> " class='entry-content c" + random.nextInt(3) + "'";
      case 1 -> " hidden";
      case 2 -> " style='display:none'";
      case 3 -> " id=sidebar aria-hidden=true";
      default -> "";
    };
  }
}
