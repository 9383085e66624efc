/** Site files of ftr-site-config, the public collection for Full-Text RSS, to Coupure's rules. */
@NullMarked
package org.coupure.rules.ftr;

import org.jspecify.annotations.NullMarked;
