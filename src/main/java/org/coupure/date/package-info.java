/**
 * Texts → moments: dates as people write them in many languages, timestamps as programs write them,
 * days in URLs, and lines that say when something was published. One parser reads all of them.
 */
@NullMarked
package org.coupure.date;

import org.jspecify.annotations.NullMarked;
