/** Reading models: jars and folders become a model, and no model class is ever loaded. */
@NullMarked
package dev.synchronizer.scan;

import org.jspecify.annotations.NullMarked;
