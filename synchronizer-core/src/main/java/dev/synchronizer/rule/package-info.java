/** Rules that administrators keep as data: their forms, what they have to fit, and what they do to an item that is saved. */
@NullMarked
package dev.synchronizer.rule;

import org.jspecify.annotations.NullMarked;
