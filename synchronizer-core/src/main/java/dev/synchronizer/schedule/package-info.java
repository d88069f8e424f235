/** Rules that are applied by schedules, on one node at a time; the only package that knows what keeps schedules. */
@NullMarked
package dev.synchronizer.schedule;

import org.jspecify.annotations.NullMarked;
