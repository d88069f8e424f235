/** Model classes that the application hands in: which properties they have, and how objects of them are filled and read. */
@NullMarked
package dev.synchronizer.bean;

import org.jspecify.annotations.NullMarked;
