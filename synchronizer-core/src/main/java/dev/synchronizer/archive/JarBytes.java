package dev.synchronizer.archive;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a jar: a file, or a part of one that holds another jar. Safe for use by many threads. */
interface JarBytes extends Closeable {
    long size();

    /**
     * Reads exactly that many bytes.
     *
     * @throws java.io.EOFException if there are fewer
     */
    void read(long position, byte[] into, int length) throws IOException;

    default byte[] read(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        read(position, bytes, length);
        return bytes;
    }
}
