/** A parsed page or a plain-text dump to blocks of text, and blocks to one verdict each. */
@NullMarked
package org.coupure.block;

import org.jspecify.annotations.NullMarked;
