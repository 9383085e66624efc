/**
 * A configuration and its state to runs: what to visit and when, what of it is new, and records
 * that are delivered once, whatever happens in between.
 */
@NullMarked
package org.coupure.watch;

import org.jspecify.annotations.NullMarked;
