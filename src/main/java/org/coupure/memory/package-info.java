/**
 * The memory of a site: what recurs on its pages, learned from many and asked about each. A source
 * of verdicts beside the rules and the classifier, for callers who have more than one page of a
 * site.
 */
@NullMarked
package org.coupure.memory;

import org.jspecify.annotations.NullMarked;
