package org.coupure.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coupure.article.PageKind;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Recognises pages that stand in the place of the page asked for: challenges, consent walls and
 * error pages, by the marks of {@code config/kinds/walls.txt}. Says what a mark means, not whether
 * it counts on this page: that depends on how much text the page has. Immutable and thread-safe.
 */
public final class InterstitialMarks {
  /** What sets the parts of a title apart, when white space stands on both sides. */
  private static final String SEPARATORS = "|-–—:·»«•";

  private final Map<Place, Map<String, PageKind>> marks;

  /** Every block of a short page is asked for these, so their parts are cut once. */
  private final List<Dialog> dialogs;

  /** A dialog, known by a text that holds all the parts. */
  private record Dialog(List<String> parts, Wall wall) {
    boolean isIn(String text) {
      for (String part : parts) {
        if (!text.contains(part)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Where a mark is looked for. */
  private enum Place {
    HEADER,
    URL,
    CLASS,
    HTML,
    TITLE,
    TEXT,
    DIALOG
  }

  /**
   * A mark that was found.
   *
   * @param kind {@link PageKind#CHALLENGE}, {@link PageKind#CONSENT} or {@link PageKind#ERROR};
   *     {@link PageKind#OTHER} for a shell that is empty until its scripts run
   * @param place where it was found: {@code header}, {@code url}, {@code class}, {@code html},
   *     {@code title}, {@code text}
   * @param mark the mark as the table has it
   */
  public record Wall(PageKind kind, String place, String mark) {}

  private InterstitialMarks(Map<Place, Map<String, PageKind>> marks) {
    this.marks = marks;
    this.dialogs =
        marks.getOrDefault(Place.DIALOG, Map.of()).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                mark ->
                    new Dialog(
                        List.of(mark.getKey().split(" \\+ ", -1)),
                        new Wall(mark.getValue(), "dialog", mark.getKey())))
            .toList();
  }

  /** Returns the marks packed into the jar; the same object every time. */
  public static InterstitialMarks bundled() {
    return Bundled.WALLS;
  }

  /** Holds the bundled marks, so that they are read once, when they are first asked for. */
  private static final class Bundled {
    static final InterstitialMarks WALLS = of(WordLists.lines("kinds/walls.txt"));
  }

  /**
   * Makes the table of what is written.
   *
   * @throws IllegalArgumentException if a key is not {@code what place}
   */
  static InterstitialMarks of(List<WordLists.Entry> entries) {
    Map<Place, Map<String, PageKind>> marks = new EnumMap<>(Place.class);
    for (WordLists.Entry entry : entries) {
      String[] key = entry.key().toUpperCase(Locale.ROOT).split(" ", 2);
      try {
        PageKind kind = key[0].equals("SHELL") ? PageKind.OTHER : PageKind.valueOf(key[0]);
        Place place = Place.valueOf(key[key.length - 1]);
        marks.computeIfAbsent(place, k -> new HashMap<>()).put(entry.text(), kind);
      } catch (IllegalArgumentException unknown) {
        throw entry.wrong("expected 'what place: mark' but was '" + entry.key() + "'");
      }
    }
    return new InterstitialMarks(marks);
  }

  private Map<String, PageKind> table(Place place) {
    return marks.getOrDefault(place, Map.of());
  }

  /**
   * Returns what the headers of an answer say.
   *
   * @param headers names in any case, each with its values
   */
  public Optional<Wall> inHeaders(Map<String, List<String>> headers) {
    Map<String, PageKind> table = table(Place.HEADER);
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      for (Map.Entry<String, PageKind> mark : table.entrySet()) {
        int colon = mark.getKey().indexOf(": ");
        boolean named = name.equals(colon < 0 ? mark.getKey() : mark.getKey().substring(0, colon));
        if (named && (colon < 0 || has(header.getValue(), mark.getKey().substring(colon + 2)))) {
          return Optional.of(new Wall(mark.getValue(), "header", mark.getKey()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean has(List<String> values, String part) {
    return values.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(part));
  }

  /** Returns what a URL says. */
  public Optional<Wall> inUrl(String url) {
    return within(Place.URL, url.toLowerCase(Locale.ROOT), Set.of(PageKind.values()));
  }

  /** Returns what the classes of the page's outermost elements say. */
  public Optional<Wall> inClasses(Collection<String> classes) {
    for (String name : classes) {
      PageKind kind = table(Place.CLASS).get(name.toLowerCase(Locale.ROOT));
      if (kind != null) {
        return Optional.of(new Wall(kind, "class", name));
      }
    }
    return Optional.empty();
  }

  /** Returns what a title or heading says, when it or a part of it says nothing else. */
  public Optional<Wall> inTitle(String title) {
    Optional<Wall> whole = title(letters(title), title);
    if (whole.isPresent()) {
      return whole;
    }
    for (String part : parts(title)) {
      Optional<Wall> found = title(letters(part), part);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Wall> title(String letters, String raw) {
    // Nothing but the number: "404", "Error 404" is in the table without it.
    if (letters.isEmpty() && raw.strip().matches("\\(?(40[0134]|410|50[0234])\\)?[.!]?")) {
      return Optional.of(new Wall(PageKind.ERROR, "title", raw.strip()));
    }
    PageKind kind = table(Place.TITLE).get(letters);
    return kind == null ? Optional.empty() : Optional.of(new Wall(kind, "title", letters));
  }

  /** Returns what the source of a page says about {@code kinds}. */
  public Optional<Wall> inSource(String html, Set<PageKind> kinds) {
    return within(Place.HTML, html, kinds);
  }

  /** Returns what the visible text of a page says about {@code kinds}. */
  public Optional<Wall> inText(String text, Set<PageKind> kinds) {
    String straight = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return within(Place.TEXT, straight, kinds);
  }

  /** Returns the consent dialog whose marks, all parts of one, a block of text holds. */
  public Optional<Wall> inDialog(String text) {
    String straight = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    for (Dialog dialog : dialogs) {
      if (dialog.isIn(straight)) {
        return Optional.of(dialog.wall());
      }
    }
    return Optional.empty();
  }

  private Optional<Wall> within(Place place, String text, Set<PageKind> kinds) {
    @Nullable String best = null;
    Map<String, PageKind> table = table(place);
    for (Map.Entry<String, PageKind> mark : table.entrySet()) {
      boolean better = best == null || mark.getKey().compareTo(best) < 0;
      if (better && kinds.contains(mark.getValue()) && text.contains(mark.getKey())) {
        best = mark.getKey();
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(
            new Wall(
                Optional.ofNullable(table.get(best)).orElseThrow(),
                place.name().toLowerCase(Locale.ROOT),
                best));
  }

  private static List<String> parts(String title) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < title.length(); i++) {
      boolean after = i + 1 == title.length() || title.charAt(i + 1) <= ' ';
      boolean colon = title.charAt(i) == ':' && after;
      boolean before = i > 0 && title.charAt(i - 1) <= ' ';
      if (SEPARATORS.indexOf(title.charAt(i)) >= 0 && (colon || (before && after))) {
        parts.add(title.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(title.substring(start));
    return parts;
  }

  /** Returns the letters in lower case, one space between words. */
  private static String letters(String text) {
    // Longer than the text where it has a Turkish İ, which is two characters in lower case.
    char[] letters = text.toLowerCase(Locale.ROOT).toCharArray();
    int n = 0;
    for (char c : letters) {
      boolean letter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
      boolean mark = Character.getType(c) == Character.COMBINING_SPACING_MARK;
      if (letter || mark) {
        letters[n++] = c;
      } else if (n > 0 && letters[n - 1] != ' ') {
        letters[n++] = ' ';
      }
    }
    return new String(Arrays.copyOf(letters, n)).strip();
  }
}
