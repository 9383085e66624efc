package org.coupure.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A value before it is cleaned and where it came from, in the words of {@code Evidence}.
 *
 * @param value the text as the page has it
 * @param from the kind of place
 * @param where the place itself, or null where the kind says it
 */
record RawValue(String value, String from, @Nullable String where) {}
