/** Counts the stored content that a plan concerns, in the synchronizer's own store and in that of the application. */
@NullMarked
package dev.synchronizer.usage;

import org.jspecify.annotations.NullMarked;
