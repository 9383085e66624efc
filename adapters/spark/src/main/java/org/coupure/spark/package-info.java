/** Pages of a crawl → Parquet of articles, on Apache Spark. */
@NullMarked
package org.coupure.spark;

import org.jspecify.annotations.NullMarked;
