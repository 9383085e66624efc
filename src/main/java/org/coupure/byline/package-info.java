/**
 * Text → people, teams and agencies: what bylines begin with, how their names are parted, which of
 * them name somebody. Words are data in {@code config/byline}. Knows no DOM.
 */
@NullMarked
package org.coupure.byline;

import org.jspecify.annotations.NullMarked;
