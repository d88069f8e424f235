/** How fast it is: one class per point, each of which races whole processes, or is run by JMH. */
@NullMarked
package dev.synchronizer.benchmarks;

import org.jspecify.annotations.NullMarked;
