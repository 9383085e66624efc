/**
 * Turns a query such as {@code title:syrie AND (russie OR moscou)} and an article's words into
 * whether the article matches, and the places of the words that made it match.
 */
@NullMarked
package org.coupure.query;

import org.jspecify.annotations.NullMarked;
