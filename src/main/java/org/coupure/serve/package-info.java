/**
 * HTTP requests → records, verdicts and rules: the service of {@code coupure serve} and the files
 * of its page.
 */
@NullMarked
package org.coupure.serve;

import org.jspecify.annotations.NullMarked;
