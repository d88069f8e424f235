/** Jars and folders of classes, opened and named and read entry by entry; what classes mean is none of its business. */
@NullMarked
package dev.synchronizer.archive;

import org.jspecify.annotations.NullMarked;
