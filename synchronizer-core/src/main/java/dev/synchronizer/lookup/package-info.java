/** What stands in a store under a name, and what was said of it; and what to say where nothing does. */
@NullMarked
package dev.synchronizer.lookup;

import org.jspecify.annotations.NullMarked;
