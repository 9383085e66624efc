/**
 * Pages of one site to a rule for it, and stored pages to the health of rules: what holds the text
 * on all pages, what is furniture, which selectors are dead and what would repair them. Works on
 * clips that others made; does no I/O.
 */
@NullMarked
package org.coupure.learn;

import org.jspecify.annotations.NullMarked;
