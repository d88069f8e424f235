/** Content and what administrators say as files of a directory, to be carried by whatever carries files. */
@NullMarked
package dev.synchronizer.staging.directory;

import org.jspecify.annotations.NullMarked;
