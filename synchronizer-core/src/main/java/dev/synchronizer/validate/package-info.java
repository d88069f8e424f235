/** Judging a model before anything is compared: one rule, one file. */
@NullMarked
package dev.synchronizer.validate;

import org.jspecify.annotations.NullMarked;
