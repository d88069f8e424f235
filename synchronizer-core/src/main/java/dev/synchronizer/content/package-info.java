/** Items: creating, saving, reading, moving and deleting them, by name or as objects of model classes. */
@NullMarked
package dev.synchronizer.content;

import org.jspecify.annotations.NullMarked;
