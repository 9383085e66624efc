/** Files, folders, archives and streams to pages. */
@NullMarked
package org.coupure.source;

import org.jspecify.annotations.NullMarked;
