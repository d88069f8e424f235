/** What is wrong, in words that name the thing and the way out; collected first, thrown once. */
@NullMarked
package dev.synchronizer.problem;

import org.jspecify.annotations.NullMarked;
