package org.coupure.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a site says in its robots.txt about the use of one address's text. Immutable.
 *
 * @param contentSignal such as {@code search=yes, ai-train=no}, or null
 * @param contentUsage such as {@code train-ai=n}, or null
 * @param license the address of an RSL licence, or null
 */
record SiteSignals(
    @Nullable String contentSignal, @Nullable String contentUsage, @Nullable String license) {
  static final SiteSignals NONE = new SiteSignals(null, null, null);
}
