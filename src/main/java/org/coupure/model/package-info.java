/** Features to odds: tables of features, gradient-boosted trees, and the files they are kept in. */
@NullMarked
package org.coupure.model;

import org.jspecify.annotations.NullMarked;
