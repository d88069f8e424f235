/** What model authors write: annotations and types that depend on nothing else. */
@NullMarked
package dev.synchronizer.annotation;

import org.jspecify.annotations.NullMarked;
