/** Tells people and programs of each record: by a command, a webhook or a mail. */
@NullMarked
package org.coupure.sink.push;

import org.jspecify.annotations.NullMarked;
