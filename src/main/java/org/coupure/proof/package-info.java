/**
 * Rules and stored pages to what holds and what a change of rules changes: the tests that rules
 * bring along, golden files, and comparisons of two clips of one page.
 */
@NullMarked
package org.coupure.proof;

import org.jspecify.annotations.NullMarked;
