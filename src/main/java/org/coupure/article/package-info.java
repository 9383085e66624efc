/**
 * The record: what a page became, as plain immutable values. Nothing here reads, writes or decides.
 */
@NullMarked
package org.coupure.article;

import org.jspecify.annotations.NullMarked;
