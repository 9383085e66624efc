/**
 * Pages of one site to a rule for it, and rules with stored pages to what holds and what changes:
 * what holds the text on all pages, what is furniture, which selectors are dead and what would
 * repair them; the tests that rules bring along, golden files, and comparisons of two clips of one
 * page.
 */
@NullMarked
package org.coupure.learn;

import org.jspecify.annotations.NullMarked;
