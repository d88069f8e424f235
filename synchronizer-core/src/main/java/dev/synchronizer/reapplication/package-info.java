/** Rules that are applied to items that are stored already: all of them, or some, once or on a schedule. */
@NullMarked
package dev.synchronizer.reapplication;

import org.jspecify.annotations.NullMarked;
