/** Canonical JSON: one text for one value, on every machine. */
@NullMarked
package dev.synchronizer.json;

import org.jspecify.annotations.NullMarked;
