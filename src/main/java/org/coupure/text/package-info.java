/**
 * Characters, words and phrases: what can be said of a piece of text without knowing where it
 * stood.
 */
@NullMarked
package org.coupure.text;

import org.jspecify.annotations.NullMarked;
