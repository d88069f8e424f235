/** The immutable values that all rooms share: what code declares, and what is stored of it. */
@NullMarked
package dev.synchronizer.model;

import org.jspecify.annotations.NullMarked;
