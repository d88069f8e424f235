/** The command line: one file per command; it holds no rule of the domain. */
@NullMarked
package dev.synchronizer.cli;

import org.jspecify.annotations.NullMarked;
