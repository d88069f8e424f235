/** One synchronization from its first stage to its last; start reading at {@link dev.synchronizer.Synchronizer}. */
@NullMarked
package dev.synchronizer;

import org.jspecify.annotations.NullMarked;
