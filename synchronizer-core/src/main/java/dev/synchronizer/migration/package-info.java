/** Runs the migration steps that models declare. */
@NullMarked
package dev.synchronizer.migration;

import org.jspecify.annotations.NullMarked;
