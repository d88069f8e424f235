/** The one path of every save: units of work, change sets, handlers, the pipeline of steps, and validators. */
@NullMarked
package dev.synchronizer.saving;

import org.jspecify.annotations.NullMarked;
