/** Words on a command line to exit codes: one class a verb. */
@NullMarked
package org.coupure.cli;

import org.jspecify.annotations.NullMarked;
