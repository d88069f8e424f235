/** The inverse of a run: what it would lead to, and what keeps it from being carried out. */
@NullMarked
package dev.synchronizer.undo;

import org.jspecify.annotations.NullMarked;
