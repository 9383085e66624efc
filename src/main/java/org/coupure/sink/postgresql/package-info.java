/** Records → a table of PostgreSQL. */
@NullMarked
package org.coupure.sink.postgresql;

import org.jspecify.annotations.NullMarked;
