/** Converts the stored values of properties whose data type changes, or that cease to be localized. */
@NullMarked
package dev.synchronizer.conversion;

import org.jspecify.annotations.NullMarked;
