/** Every change that a synchronization would make, as one immutable value. */
@NullMarked
package dev.synchronizer.plan;

import org.jspecify.annotations.NullMarked;
