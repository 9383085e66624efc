/**
 * Records to files and streams: {@link org.coupure.record.RecordWriter} gives a clip its JSON form,
 * {@link org.coupure.sink.Sinks} opens the place where records go. Files appear whole or not at
 * all, except JSON Lines, which grow line by line.
 */
@NullMarked
package org.coupure.sink;

import org.jspecify.annotations.NullMarked;
