/** The command line: one class per verb, each of which returns an exit code. */
@NullMarked
package org.coupure.cli;

import org.jspecify.annotations.NullMarked;
