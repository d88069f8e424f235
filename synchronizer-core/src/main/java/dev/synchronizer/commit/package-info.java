/** Carrying out a plan in the one transaction of its run. */
@NullMarked
package dev.synchronizer.commit;

import org.jspecify.annotations.NullMarked;
