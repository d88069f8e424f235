package dev.synchronizer.scan;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

/** A file that is read in windows, so that neighbouring entries cost one call to the operating system. */
final class FileBytes implements JarBytes {
    private static final int WINDOW = 1 << 16;

    private final RandomAccessFile file;
    private final long size;
    private byte[] window = new byte[0];
    private long windowStart;
    private int windowLength;

    FileBytes(File file) throws IOException {
        this.file = new RandomAccessFile(file, "r");
        this.size = this.file.length();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] into, int length) throws IOException {
        if (position < 0 || position + length > size) {
            throw new EOFException("the file ends too early");
        }
        if (length > WINDOW) {
            file.seek(position);
            file.readFully(into, 0, length);
            return;
        }
        if (position < windowStart || position + length > windowStart + windowLength) {
            fill(position);
        }
        System.arraycopy(window, (int) (position - windowStart), into, 0, length);
    }

    private void fill(long position) throws IOException {
        if (window.length == 0) {
            window = new byte[(int) Math.min(WINDOW, size)];
        }
        windowStart = Math.min(position, size - window.length);
        windowLength = 0;
        file.seek(windowStart);
        file.readFully(window);
        windowLength = window.length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
