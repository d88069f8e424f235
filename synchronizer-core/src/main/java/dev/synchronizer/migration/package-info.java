/** What a run does to stored values: migration steps and conversions to other data types. */
@NullMarked
package dev.synchronizer.migration;

import org.jspecify.annotations.NullMarked;
