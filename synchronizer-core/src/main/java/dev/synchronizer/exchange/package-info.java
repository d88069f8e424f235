/** Signed requests between servers, and their signed answers; what they carry is none of its business. */
@NullMarked
package dev.synchronizer.exchange;

import org.jspecify.annotations.NullMarked;
