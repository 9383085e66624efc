package org.coupure.spark;

import org.coupure.source.PageIterator;

/**
 * A page, or why there is none, and where it stands in the job's input. It never leaves its task.
 *
 * @param file the number of the input, in the order of their paths
 * @param entry the number within it, from 0
 * @param content what was read
 */
record PlacedEntry(int file, long entry, PageIterator.Entry content) {}
