/** Items carried out of a store and into one as lines of JSON: all of one moment, all in one transaction. */
@NullMarked
package dev.synchronizer.transfer;

import org.jspecify.annotations.NullMarked;
