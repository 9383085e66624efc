/**
 * An article → its written form: {@link org.coupure.record.RecordField} is the table of all fields,
 * {@link org.coupure.record.RecordWriter} gives a clip its JSON, and {@link
 * org.coupure.record.RecordSchema} describes it.
 */
@NullMarked
package org.coupure.record;

import org.jspecify.annotations.NullMarked;
