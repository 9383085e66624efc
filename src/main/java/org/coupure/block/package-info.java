/** A parsed page or a plain-text dump to blocks of text, each with its place in the page. */
@NullMarked
package org.coupure.block;

import org.jspecify.annotations.NullMarked;
