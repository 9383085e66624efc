/**
 * Feeds, sitemaps, index pages and lists of URLs to links: what there is to fetch, and which of it
 * is wanted. Pure: bytes in, values out, no network, no clock.
 */
@NullMarked
package org.coupure.discover;

import org.jspecify.annotations.NullMarked;
