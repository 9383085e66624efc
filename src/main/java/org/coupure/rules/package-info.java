/**
 * What people wrote for a site or a theme (YAML) to compiled rules, and those to verdicts and
 * fields.
 */
@NullMarked
package org.coupure.rules;

import org.jspecify.annotations.NullMarked;
