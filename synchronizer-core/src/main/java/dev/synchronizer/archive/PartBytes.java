package dev.synchronizer.archive;

import java.io.EOFException;
import java.io.IOException;

/** A jar that lies uncompressed in another one; whoever owns the outer one closes it. */
record PartBytes(JarBytes whole, long start, long size) implements JarBytes {
    @Override
    public void read(long position, byte[] into, int length) throws IOException {
        if (position < 0 || length > size - position) {
            throw new EOFException("the nested jar ends too early");
        }
        whole.read(start + position, into, length);
    }

    @Override
    public void close() {
        // the outer jar stays open for its other parts
    }
}
