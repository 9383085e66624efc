/** Records → a topic of Kafka. */
@NullMarked
package org.coupure.sink.kafka;

import org.jspecify.annotations.NullMarked;
