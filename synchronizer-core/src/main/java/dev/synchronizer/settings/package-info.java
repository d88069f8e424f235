/** What administrators do: save and take back settings, and make types and properties of their own. */
@NullMarked
package dev.synchronizer.settings;

import org.jspecify.annotations.NullMarked;
