/**
 * URLs to pages, politely; and pages to folders and WARC files, so that nothing needs to be fetched
 * twice.
 */
@NullMarked
package org.coupure.fetch;

import org.jspecify.annotations.NullMarked;
