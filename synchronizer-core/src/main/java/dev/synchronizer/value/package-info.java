/** What items hold: the Java form of values, the columns they are kept in, their JSON, and how one data type becomes another. */
@NullMarked
package dev.synchronizer.value;

import org.jspecify.annotations.NullMarked;
