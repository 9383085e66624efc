package org.coupure.metadata;

import org.jsoup.nodes.Element;

/**
 * An element that may hold a field's value, and where it was met.
 *
 * @param element the element, which is not to be changed
 * @param hint what its own attributes say, as {@link ClassWords} bits
 * @param context what its ancestors say, as {@link ClassWords} and {@link Survey} bits
 * @param order running number of the element in the page, for distances
 */
record Spot(Element element, int hint, int context, int order) {}
