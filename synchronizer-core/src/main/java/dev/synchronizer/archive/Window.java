package dev.synchronizer.archive;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A piece of a jar in memory, so that neighbouring entries cost one call to the operating system. One thread's own. */
final class Window {
    private static final int USUAL_LENGTH = 1 << 16;

    private byte[] bytes = new byte[0];
    private @Nullable JarBytes jar;
    private long start;
    private int length;

    /**
     * Moves to where these bytes are, if it is not there.
     *
     * @return the index in {@link #bytes} of the first of them
     */
    int show(JarBytes from, long position, int count) throws IOException {
        if (jar != from || position < start || position - start > length - count) {
            move(from, position, count);
        }
        return (int) (position - start);
    }

    /** What it shows now; the next move overwrites it. */
    byte[] bytes() {
        return bytes;
    }

    private void move(JarBytes from, long position, int count) throws IOException {
        if (position < 0 || count > from.size() - position) {
            throw new EOFException("the jar ends too early");
        }
        jar = null;
        length = (int) Math.max(count, Math.min(USUAL_LENGTH, from.size() - position));
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        from.read(position, bytes, length);
        start = position;
        jar = from;
    }
}
