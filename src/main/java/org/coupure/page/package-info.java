/**
 * Captured bytes to {@link org.coupure.page.Page}, its decoded text with the evidence for the
 * charset, and its bounded parse.
 */
@NullMarked
package org.coupure.page;

import org.jspecify.annotations.NullMarked;
