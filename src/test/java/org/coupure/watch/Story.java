package org.coupure.watch;

import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An article of the fake press.
 *
 * @param number unique within its site
 * @param text which text it has; the same number is the same text on any site
 * @param published when it appears
 * @param changed when its text changes, or null
 * @param moved when its URL changes, or null
 * @param deleted when it is taken away, or null
 */
record Story(
    int number,
    int text,
    Instant published,
    @Nullable Instant changed,
    @Nullable Instant moved,
    @Nullable Instant deleted) {
  private static final String[] WORDS =
      ("council river bridge market harvest teacher engine winter letter garden police mayor"
              + " water station budget village museum farmer weather traffic library hospital"
              + " meeting summer school border company factory doctor minister")
          .split(" ");

  static Story plain(int number, int text, Instant published) {
    return new Story(number, text, published, null, null, null);
  }

  boolean isPublic(Instant now) {
    return !published.isAfter(now) && (deleted == null || deleted.isAfter(now));
  }

  String path(Instant now) {
    boolean away = moved != null && !moved.isAfter(now);
    return "/2026/03/" + (away ? "moved-" : "") + "story-number-" + number + "-about-the-town";
  }

  String title() {
    return "Story "
        + text
        + ": the "
        + word(text)
        + " and the "
        + word(text / 7 + 3)
        + " of the town";
  }

  private static String word(int seed) {
    return WORDS[Math.floorMod(seed, WORDS.length)];
  }

  String version(Instant now) {
    return changed != null && !changed.isAfter(now) ? "b" : "a";
  }

  String html(Instant now, String site) {
    Random random = new Random(text * 31L);
    StringBuilder body = new StringBuilder();
    for (int paragraph = 0; paragraph < 4; paragraph++) {
      body.append("<p>");
      for (int sentence = 0; sentence < 4; sentence++) {
        body.append("The ").append(WORDS[random.nextInt(WORDS.length)]);
        for (int i = 0; i < 9; i++) {
          body.append(i % 3 == 2 ? " of the " : " and ")
              .append(WORDS[random.nextInt(WORDS.length)]);
        }
        body.append(" was told on Tuesday. ");
      }
      body.append("</p>\n");
    }
    if (version(now).equals("b")) {
      body.append(
          "<p>Correction: an earlier version of this article named the wrong bridge, and the mayor"
              + " asked for it to be put right before the meeting of the council.</p>\n");
    }
    return "<!doctype html><html lang=en><head><title>"
        + title()
        + "</title><meta property=og:type content=article><meta property=article:published_time content=\""
        + published
        + "\"></head><body><header><a href=/>"
        + site
        + "</a></header><main><article><h1>"
        + title()
        + "</h1>\n"
        + body
        + "</article></main><footer>"
        + site
        + " 2026</footer></body></html>";
  }
}
