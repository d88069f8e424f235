/** Showing plans, types and runs to people and machines: one file per report format. */
@NullMarked
package dev.synchronizer.cli.render;

import org.jspecify.annotations.NullMarked;
