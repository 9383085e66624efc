/** A page and its blocks to title, authors, dates and the rest, each with its evidence. */
@NullMarked
package org.coupure.metadata;

import org.jspecify.annotations.NullMarked;
