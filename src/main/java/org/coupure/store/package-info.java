/**
 * Keeps records in one SQLite file, with all their revisions and a full-text index, and finds them
 * again. The file is also the {@code .sqlite} output.
 */
@NullMarked
package org.coupure.store;

import org.jspecify.annotations.NullMarked;
