package dev.synchronizer.scan;

import java.io.IOException;

/** Gives the bytes of classes, wherever they are. */
@FunctionalInterface
public interface ClassBytes {
    /**
     * Reads a class.
     *
     * @param className the internal name, such as {@code com/acme/Article}
     */
    byte[] read(String className) throws IOException;
}
