/** Ports to what is kept, in the words of the model. */
@NullMarked
package dev.synchronizer.store;

import org.jspecify.annotations.NullMarked;
