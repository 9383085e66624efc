/**
 * A URL → the article there, whole: rendered where it must be, from its print page, or joined of
 * all its pages.
 */
@NullMarked
package org.coupure.reader;

import org.jspecify.annotations.NullMarked;
