package dev.synchronizer.archive;

import java.io.EOFException;
import java.io.IOException;

/** A jar that lay compressed in another one. */
final class UnpackedBytes implements JarBytes {
    private final byte[] bytes;

    UnpackedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] into, int length) throws IOException {
        if (position < 0 || length > bytes.length - position) {
            throw new EOFException("the nested jar ends too early");
        }
        System.arraycopy(bytes, (int) position, into, 0, length);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
