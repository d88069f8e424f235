/** Durable tasks: what has changed, as states that can be compared; whom it is to be told; and how far that has come. */
@NullMarked
package dev.synchronizer.task;

import org.jspecify.annotations.NullMarked;
