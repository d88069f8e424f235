/** The effective view: what administrators saved, laid over what code says when a type is first asked for. */
@NullMarked
package dev.synchronizer.catalog;

import org.jspecify.annotations.NullMarked;
