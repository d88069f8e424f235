package dev.synchronizer.archive;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

/** A file. No channel, for an interrupt would close it under everybody who reads it. */
final class FileBytes implements JarBytes {
    private final RandomAccessFile file;
    private final long size;

    FileBytes(File file) throws IOException {
        this.file = new RandomAccessFile(file, "r");
        this.size = this.file.length();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public synchronized void read(long position, byte[] into, int length) throws IOException {
        if (position < 0 || length > size - position) {
            throw new EOFException("the file ends too early");
        }
        file.seek(position);
        file.readFully(into, 0, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
