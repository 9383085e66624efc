package org.coupure.rules;

import org.jsoup.nodes.Element;

/** A condition on an element's attributes, as XPath means it. Immutable and thread-safe. */
sealed interface PathTest {
  boolean fits(Element element);

  /**
   * An attribute's value as it is compared.
   *
   * @param folded whether white space is folded first
   * @param before what is put before it
   * @param after what is put behind it
   */
  record Subject(String attribute, boolean folded, String before, String after) {
    boolean isPlain() {
      return !folded && before.isEmpty() && after.isEmpty();
    }

    String of(Element element) {
      String value = value(element, attribute);
      return before + (folded ? fold(value) : value) + after;
    }

    /** XPath knows these four as white space and no others. */
    private static String fold(String value) {
      return value.replaceAll("[ \\t\\r\\n]+", " ").replaceAll("^ | $", "");
    }
  }

  /** Returns an attribute's value, empty when it is not there. */
  static String value(Element element, String attribute) {
    return element.attributesSize() == 0 ? "" : element.attributes().get(attribute);
  }

  static boolean has(Element element, String attribute) {
    return element.attributesSize() > 0 && element.attributes().hasKey(attribute);
  }

  /** The attribute is there. */
  record Has(String attribute) implements PathTest {
    @Override
    public boolean fits(Element element) {
      return has(element, attribute);
    }
  }

  /** The value is this text; what is not there is compared only when it went through a function. */
  record Is(Subject subject, String text) implements PathTest {
    @Override
    public boolean fits(Element element) {
      boolean there = !subject.isPlain() || has(element, subject.attribute());
      return there && subject.of(element).equals(text);
    }
  }

  /** The value contains this text, or starts with it. */
  record Holds(Subject subject, String text, boolean start) implements PathTest {
    @Override
    public boolean fits(Element element) {
      String value = subject.of(element);
      return start ? value.startsWith(text) : value.contains(text);
    }
  }

  /** Either fits. */
  record Or(PathTest first, PathTest second) implements PathTest {
    @Override
    public boolean fits(Element element) {
      return first.fits(element) || second.fits(element);
    }
  }

  /** Both fit. */
  record And(PathTest first, PathTest second) implements PathTest {
    @Override
    public boolean fits(Element element) {
      return first.fits(element) && second.fits(element);
    }
  }

  /** The other does not fit. */
  record Not(PathTest test) implements PathTest {
    @Override
    public boolean fits(Element element) {
      return !test.fits(element);
    }
  }
}
