/**
 * The entry point: {@link org.coupure.Clipper} turns a page into a clip. No other class cleans
 * pages.
 */
@NullMarked
package org.coupure;

import org.jspecify.annotations.NullMarked;
