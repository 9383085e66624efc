package org.coupure.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.coupure.text.Whitespace;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The XPath that {@link PathParser} knows, asked of the page itself: no second tree, and only
 * elements of the last step's name are looked at. Finds what the general engine finds, in the same
 * order; a test compares the two.
 */
record PathSelector(String where, List<Path> paths) implements Selector {
  PathSelector {
    paths = List.copyOf(paths);
  }

  /**
   * One path from the root.
   *
   * @param attribute what is taken of the last step's elements, or null for themselves
   */
  record Path(List<Step> steps, @Nullable String attribute) {
    Path {
      steps = List.copyOf(steps);
    }

    /**
     * Goes from step to step, each time over the elements of its name, so that a path of many steps
     * costs no more than their sum; nearly always nothing fits the last step, which is asked first.
     */
    List<Element> elements(PageDom page) {
      int last = steps.size() - 1;
      List<Element> ends = steps.get(last).fitting(page);
      Set<Element> before = Set.of();
      for (int i = 0; i < last && !ends.isEmpty(); i++) {
        Set<Element> here = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element element : steps.get(i).fitting(page)) {
          if (isReached(element, i, before)) {
            here.add(element);
          }
        }
        if (here.isEmpty()) {
          return List.of();
        }
        before = here;
      }
      Set<Element> from = before;
      return ends.stream().filter(element -> isReached(element, last, from)).toList();
    }

    private boolean isReached(Element element, int step, Set<Element> before) {
      Element parent = element.parent();
      if (step == 0) {
        return steps.get(0).deep || parent == null || parent.nameIs("#root");
      }
      if (!steps.get(step).deep) {
        return parent != null && before.contains(parent);
      }
      while (parent != null && !before.contains(parent)) {
        parent = parent.parent();
      }
      return parent != null;
    }
  }

  /**
   * One step of a path.
   *
   * @param deep whether any depth below will do
   * @param tag the element's name, or a star
   * @param tests what its attributes must be like
   */
  record Step(boolean deep, String tag, List<PathTest> tests) {
    Step {
      tests = List.copyOf(tests);
    }

    private List<Element> fitting(PageDom page) {
      return page.tagged(tag).stream().filter(this::fits).toList();
    }

    private boolean fits(Element element) {
      for (PathTest test : tests) {
        if (!test.fits(element)) {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  public List<Element> elements(PageDom page) {
    List<Path> whole = paths.stream().filter(path -> path.attribute == null).toList();
    if (whole.isEmpty()) {
      return List.of();
    }
    if (whole.size() == 1) {
      return whole.get(0).elements(page);
    }
    Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
    whole.forEach(path -> found.addAll(path.elements(page)));
    return found.isEmpty() ? List.of() : page.tagged("*").stream().filter(found::contains).toList();
  }

  @Override
  public List<String> values(PageDom page) {
    List<String> values = new ArrayList<>();
    if (paths.size() == 1 && paths.get(0).attribute != null) {
      String attribute = paths.get(0).attribute;
      for (Element element : paths.get(0).elements(page)) {
        add(PathTest.value(element, attribute), values);
      }
      return values;
    }
    elements(page).forEach(element -> add(CssSelector.defaultValue(element), values));
    return values;
  }

  private static void add(String raw, List<String> values) {
    String value = Whitespace.fold(raw);
    if (!value.isEmpty()) {
      values.add(value);
    }
  }
}
