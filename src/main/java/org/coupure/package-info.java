/**
 * The façade: {@link org.coupure.Clipper} turns a page into a clip; nothing else cleans a page
 * anywhere.
 */
@NullMarked
package org.coupure;

import org.jspecify.annotations.NullMarked;
