package org.coupure.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coupure.text.WordLists;

/**
 * Recognises pages that only say that the site's name is for sale, by the marks of {@code
 * config/fetch/parking.txt}. Immutable.
 */
final class ParkedDomains {
  /** Such pages fetch what they show by script; a page that tells of parked domains is longer. */
  private static final int MOST_BYTES = 60_000;

  private static final int MOST_LETTERS = 300;

  private final List<String> hosts = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();

  private ParkedDomains(List<WordLists.Entry> entries) {
    for (WordLists.Entry entry : entries) {
      switch (entry.key()) {
        case "host" -> hosts.add(entry.text());
        case "html" -> marks.add(entry.text());
        default -> throw entry.wrong("expected 'host: mark' or 'html: mark'");
      }
    }
  }

  /** Returns the marks packed into the jar. */
  static ParkedDomains bundled() {
    return new ParkedDomains(WordLists.lines("fetch/parking.txt"));
  }

  /** Returns the mark that a host bears, or empty. */
  Optional<String> inHost(String host) {
    return hosts.stream()
        .filter(mark -> host.equals(mark) || host.endsWith("." + mark))
        .findFirst();
  }

  /** Returns the mark that a page's source bears, or empty. */
  Optional<String> inSource(byte[] page) {
    if (page.length > MOST_BYTES) {
      return Optional.empty();
    }
    // The marks are plain ASCII, which most charsets have in common.
    String source = new String(page, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    Optional<String> mark = marks.stream().filter(source::contains).findFirst();
    return mark.isPresent() && letters(source) < MOST_LETTERS ? mark : Optional.empty();
  }

  /** Counts the letters between tags, those of scripts and styles left out. */
  private static int letters(String source) {
    int letters = 0;
    boolean tag = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (!tag && c == '<') {
        tag = true;
        i = Math.max(i, endOfRaw(source, i));
      } else if (tag && c == '>') {
        tag = false;
      } else if (!tag && Character.isLetter(c)) {
        letters++;
      }
    }
    return letters;
  }

  /** Returns where the end tag begins of a script or style that begins at {@code start}, or 0. */
  private static int endOfRaw(String source, int start) {
    for (String name : List.of("script", "style", "noscript")) {
      if (source.startsWith(name, start + 1)) {
        int end = source.indexOf("</" + name, start);
        return end < 0 ? source.length() : end;
      }
    }
    return 0;
  }
}
