/** Turns texts into the earlier ones that they are copies of, among millions. */
@NullMarked
package org.coupure.duplicate;

import org.jspecify.annotations.NullMarked;
