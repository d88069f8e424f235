/** Seals rows when they are saved, and finds those that something else has changed since. No defence against malice. */
@NullMarked
package dev.synchronizer.seal;

import org.jspecify.annotations.NullMarked;
