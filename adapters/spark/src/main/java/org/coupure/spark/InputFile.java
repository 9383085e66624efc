package org.coupure.spark;

import java.io.Serializable;

/**
 * A file to read.
 *
 * @param number its number in the order of all paths
 * @param path where it is, as Hadoop opens it
 * @param name what records call it
 * @param bytes its length
 * @param named whether it was named itself, and does not lie in a folder that was
 */
record InputFile(int number, String path, String name, long bytes, boolean named)
    implements Serializable {}
