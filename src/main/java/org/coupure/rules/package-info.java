/**
 * Compiles the rules that people write for sites and themes in YAML, and applies them: they give
 * verdicts and fields.
 */
@NullMarked
package org.coupure.rules;

import org.jspecify.annotations.NullMarked;
