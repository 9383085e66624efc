/** Blocks to one verdict each, and all verdicts together to the kind of page. */
@NullMarked
package org.coupure.verdict;

import org.jspecify.annotations.NullMarked;
