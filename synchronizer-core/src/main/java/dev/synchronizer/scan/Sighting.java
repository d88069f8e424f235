package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import org.jspecify.annotations.Nullable;

/** What became of a search for a class. */
sealed interface Sighting {
    /**
     * The class was found and read.
     *
     * @param container where, or null for the JDK's own classes
     */
    record Found(DeclaredClass declared, @Nullable Container container) implements Sighting {}

    /** The class was found, and cannot be read; that is reported already. */
    record Unreadable() implements Sighting {}

    /** The class is nowhere. */
    record Absent() implements Sighting {}
}
