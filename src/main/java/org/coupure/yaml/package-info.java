/**
 * YAML files that people write: to values with the places where they stand and messages that show
 * them, and from values back to text. Knows nothing of what the keys mean.
 */
@NullMarked
package org.coupure.yaml;

import org.jspecify.annotations.NullMarked;
