/** Coupure as a parser of Apache Nutch. */
@NullMarked
package org.coupure.nutch;

import org.jspecify.annotations.NullMarked;
