/** Records to files. */
@NullMarked
package org.coupure.sink;

import org.jspecify.annotations.NullMarked;
