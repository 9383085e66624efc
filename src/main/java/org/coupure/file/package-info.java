/**
 * Bytes → a file that appears whole or not at all. Below everything that keeps something on a disk.
 */
@NullMarked
package org.coupure.file;

import org.jspecify.annotations.NullMarked;
