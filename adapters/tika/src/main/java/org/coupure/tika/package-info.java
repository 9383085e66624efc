/** Coupure as a parser of Apache Tika. */
@NullMarked
package org.coupure.tika;

import org.jspecify.annotations.NullMarked;
