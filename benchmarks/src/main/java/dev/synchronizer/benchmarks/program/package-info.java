/** What the processes of a race run; each is started fresh, does one thing and ends. */
@NullMarked
package dev.synchronizer.benchmarks.program;

import org.jspecify.annotations.NullMarked;
