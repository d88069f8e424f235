/** Examines a whole store, and seals what stands there. */
@NullMarked
package dev.synchronizer.doctor;

import org.jspecify.annotations.NullMarked;
