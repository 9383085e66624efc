/** Records → an index of OpenSearch or Elasticsearch. */
@NullMarked
package org.coupure.sink.opensearch;

import org.jspecify.annotations.NullMarked;
