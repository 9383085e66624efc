/**
 * Learns a rule from pages of one site, and checks rules on stored pages: which elements hold the
 * text, which are boilerplate, which selectors are dead and what would repair them; the tests that
 * rules bring along, golden files, and comparisons of two clips of one page.
 */
@NullMarked
package org.coupure.learn;

import org.jspecify.annotations.NullMarked;
