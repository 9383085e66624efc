package org.coupure.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.coupure.article.Moment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements that say on nearly every page what the metadata found there by all its means.
 * A field that no element says on all pages stays with the generic path.
 */
final class FieldSearch {
  /** A page in ten may say it otherwise. */
  private static final double NEARLY_ALL = 0.9;

  private final List<Sample> samples;

  FieldSearch(List<Sample> samples) {
    this.samples = List.copyOf(samples);
  }

  @Nullable String title() {
    return find(
        "h1, h2, [itemprop=headline]",
        sample -> sample.article().headline().title() != null,
        (sample, elements) -> elements.get(0).text().equals(sample.article().headline().title()));
  }

  @Nullable String authors() {
    return find(
        "[rel=author], [itemprop=author], [class*=author], [class*=byline]",
        sample -> !sample.article().byline().authors().isEmpty(),
        (sample, elements) ->
            elements.stream()
                .map(Element::text)
                .distinct()
                .toList()
                .equals(sample.article().byline().authors()));
  }

  @Nullable String published() {
    return find(
        "time[datetime]",
        sample -> sample.article().dates().published() != null,
        (sample, elements) -> isDay(elements.get(0), sample.article().dates().published()));
  }

  private static boolean isDay(Element time, @Nullable Moment published) {
    String day = time.attr("datetime");
    return published != null
        && day.length() >= 10
        && published.toString().contains(day.substring(0, 10));
  }

  private @Nullable String find(
      String where, Predicate<Sample> knows, BiPredicate<Sample, List<Element>> says) {
    Set<String> candidates = new TreeSet<>();
    List<Sample> knowing = samples.stream().filter(knows).toList();
    for (Sample sample : knowing) {
      for (Element element : sample.document().select(where)) {
        candidates.addAll(names(element));
      }
    }
    // Where hardly a page has the field, nothing is known about where it stands.
    if (knowing.size() < samples.size() * NEARLY_ALL) {
      return null;
    }
    String best = null;
    for (String candidate : candidates) {
      long right = knowing.stream().filter(sample -> holds(candidate, sample, says)).count();
      boolean good = right >= knowing.size() * NEARLY_ALL;
      if (good && (best == null || StableNames.rank(candidate) < StableNames.rank(best))) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean holds(
      String selector, Sample sample, BiPredicate<Sample, List<Element>> says) {
    Document document = sample.document();
    List<Element> elements = document.select(selector);
    return !elements.isEmpty() && says.test(sample, elements);
  }

  private static List<String> names(Element element) {
    String tag = element.normalName();
    List<String> names = new ArrayList<>();
    for (String name : StableNames.of(element)) {
      if (!name.equals(tag)) {
        names.add(name.startsWith("[itemprop") || name.startsWith("#") ? name : tag + name);
      }
    }
    if (element.attr("rel").equals("author")) {
      names.add("a[rel=author]");
    }
    if (tag.equals("h1")) {
      names.add(tag);
    }
    return names;
  }
}
