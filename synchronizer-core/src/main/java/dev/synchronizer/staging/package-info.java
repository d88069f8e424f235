/** Other servers: changes told to them, and theirs taken in, without loss. */
@NullMarked
package dev.synchronizer.staging;

import org.jspecify.annotations.NullMarked;
