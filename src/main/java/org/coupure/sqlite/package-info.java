/** One file of SQLite, with messages that say what to do when it fails. */
@NullMarked
package org.coupure.sqlite;

import org.jspecify.annotations.NullMarked;
