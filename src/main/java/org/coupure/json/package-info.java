/** The JSON that pages carry in their scripts, leniently read, and paths into it. */
@NullMarked
package org.coupure.json;

import org.jspecify.annotations.NullMarked;
