/** Changes told to Kafka, and changes heard from there. */
@NullMarked
package dev.synchronizer.kafka;

import org.jspecify.annotations.NullMarked;
