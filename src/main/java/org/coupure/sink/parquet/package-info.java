/** Records → a folder of Parquet files. */
@NullMarked
package org.coupure.sink.parquet;

import org.jspecify.annotations.NullMarked;
