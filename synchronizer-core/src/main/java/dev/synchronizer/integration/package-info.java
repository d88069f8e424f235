/** Other systems: told of what is saved here by connectors, and heard when something changes there. */
@NullMarked
package dev.synchronizer.integration;

import org.jspecify.annotations.NullMarked;
