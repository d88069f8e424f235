/** Starts processes in turn and compares what they took. */
@NullMarked
package dev.synchronizer.benchmarks.race;

import org.jspecify.annotations.NullMarked;
