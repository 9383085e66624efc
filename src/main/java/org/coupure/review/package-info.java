/** Turns articles into a review to read: by subject, stories folded, as HTML, Markdown or EPUB. */
@NullMarked
package org.coupure.review;

import org.jspecify.annotations.NullMarked;
