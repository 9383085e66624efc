package org.coupure.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.yaml.Nearest;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The rules of all folders, the strongest folder first, before they become a book: finds what each
 * rule extends and what contradicts itself. Not thread-safe.
 */
final class RuleBookBuilder {
  private final List<List<LazyRule>> shelves;
  private final List<Map<String, LazyRule>> names = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  RuleBookBuilder(List<List<LazyRule>> shelves) {
    this.shelves = shelves;
    for (List<LazyRule> shelf : shelves) {
      Map<String, LazyRule> byName = new HashMap<>();
      shelf.forEach(entry -> byName.putIfAbsent(entry.name(), entry));
      names.add(byName);
    }
  }

  /** Returns what is wrong with the rules taken together. */
  List<String> messages() {
    return messages;
  }

  /** Finds what extends what. */
  void connect() {
    for (int i = 0; i < shelves.size(); i++) {
      for (LazyRule entry : shelves.get(i)) {
        connect(entry, i);
      }
    }
    for (List<LazyRule> shelf : shelves) {
      shelf.forEach(this::refuseCircle);
    }
  }

  private void connect(LazyRule entry, int shelf) {
    List<LazyRule> bases = new ArrayList<>();
    for (Node.Text text : entry.file().bases()) {
      String name = text.value().strip();
      // A rule that extends its own name means the one that it takes the place of.
      int from = name.equals(entry.name()) ? shelf + 1 : 0;
      LazyRule base = find(name, from);
      if (base == null) {
        add(entry, text, "extends: there is no rule `" + name + "`" + hint(name));
      } else {
        bases.add(base);
      }
    }
    entry.bases(bases);
  }

  private @Nullable LazyRule find(String name, int fromShelf) {
    for (Map<String, LazyRule> shelf : names.subList(fromShelf, names.size())) {
      LazyRule entry = shelf.get(name);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private String hint(String name) {
    List<String> names = new ArrayList<>();
    shelves.forEach(shelf -> shelf.forEach(entry -> names.add(entry.name())));
    return Nearest.hint(name, names);
  }

  private void refuseCircle(LazyRule entry) {
    Set<LazyRule> way = new LinkedHashSet<>();
    if (returns(entry, entry, way)) {
      StringBuilder circle = new StringBuilder(entry.name());
      way.forEach(step -> circle.append(" > ").append(step.name()));
      add(entry, entry.file().bases().get(0), "extends: goes round in a circle: " + circle);
      entry.bases(List.of());
    }
  }

  /** Returns whether {@code goal} is met again from {@code at}; {@code way} is what was seen. */
  private static boolean returns(LazyRule goal, LazyRule at, Set<LazyRule> way) {
    for (LazyRule base : at.bases()) {
      boolean fresh = way.add(base);
      if (base == goal || (fresh && returns(goal, base, way))) {
        return true;
      }
    }
    return false;
  }

  private void add(LazyRule entry, Node.Text at, String message) {
    Problems problems = new Problems(entry.file().file(), "");
    problems.add(at, message);
    messages.addAll(problems.messages());
  }

  /**
   * Refuses two rules of one folder for the same pages of a host at the same time: which of them
   * counts would hang on their names.
   */
  void refuseDoubles() {
    for (List<LazyRule> shelf : shelves) {
      Map<String, List<LazyRule>> byHost = new HashMap<>();
      for (LazyRule entry : shelf) {
        for (String host : entry.hosts()) {
          if (entry.isForAllOf(host)) {
            refuseDouble(host, entry, byHost.computeIfAbsent(host, h -> new ArrayList<>()));
          }
        }
      }
    }
  }

  private void refuseDouble(String host, LazyRule entry, List<LazyRule> others) {
    for (LazyRule other : others) {
      if (other.file().validity().overlaps(entry.file().validity())) {
        messages.add(
            entry.file().file()
                + ":1:1: "
                + other.file().file()
                + " is for "
                + host
                + ", too; make them one rule, or tell them apart by `paths` or `valid`");
        return;
      }
    }
    others.add(entry);
  }
}
