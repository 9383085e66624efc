/** Addresses to pages, politely. */
@NullMarked
package org.coupure.fetch;

import org.jspecify.annotations.NullMarked;
