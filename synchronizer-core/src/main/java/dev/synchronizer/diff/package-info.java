/** Comparing what code declares with what is stored: every type and property gets its state, its reasons and its grade. */
@NullMarked
package dev.synchronizer.diff;

import org.jspecify.annotations.NullMarked;
