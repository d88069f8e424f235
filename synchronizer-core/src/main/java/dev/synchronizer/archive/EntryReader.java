package dev.synchronizer.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** Inflates entries, and checks that they are what the list of entries says. Each thread has its own. */
public final class EntryReader implements AutoCloseable {
    private static final int LOCAL_HEADER = 30;
    private static final int BEST_RATIO = 1040;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final Window window = new Window();

    /** Holds memory outside the heap until it is closed. */
    public EntryReader() {}

    byte[] read(JarBytes jar, JarEntry entry) throws IOException {
        byte[] bytes = content(jar, entry);
        crc.reset();
        crc.update(bytes, 0, bytes.length);
        if ((int) crc.getValue() != entry.crc()) {
            throw new ZipException("its checksum is wrong");
        }
        return bytes;
    }

    /** The position of what the entry holds, behind its own header. */
    long dataStart(JarBytes jar, JarEntry entry) throws IOException {
        int at = window.show(jar, entry.offset(), LOCAL_HEADER);
        byte[] header = window.bytes();
        if (CentralDirectory.int32(header, at) != 0x04034b50) {
            throw new ZipException("it is not where the list of entries says");
        }
        int name = CentralDirectory.int16(header, at + 26);
        int extra = CentralDirectory.int16(header, at + 28);
        return entry.offset() + LOCAL_HEADER + name + extra;
    }

    private byte[] content(JarBytes jar, JarEntry entry) throws IOException {
        int size = checkedSize(entry);
        long start = dataStart(jar, entry);
        return switch (entry.method()) {
            case JarEntry.STORED -> stored(jar, start, size);
            case JarEntry.DEFLATED -> inflate(jar, start, (int) entry.compressedSize(), size);
            case JarEntry.ENCRYPTED -> throw new ZipException("it is encrypted");
            default -> throw new ZipException("it is compressed by the unknown method " + entry.method());
        };
    }

    private static int checkedSize(JarEntry entry) throws ZipException {
        boolean possible = entry.method() == JarEntry.STORED
                ? entry.size() == entry.compressedSize()
                : entry.size() <= entry.compressedSize() * BEST_RATIO;
        if (!possible || entry.size() < 0 || Math.max(entry.size(), entry.compressedSize()) > Integer.MAX_VALUE - 8) {
            throw new ZipException("its size is impossible");
        }
        return (int) entry.size();
    }

    private byte[] stored(JarBytes jar, long start, int size) throws IOException {
        int at = window.show(jar, start, size);
        return Arrays.copyOfRange(window.bytes(), at, at + size);
    }

    private byte[] inflate(JarBytes jar, long start, int length, int size) throws IOException {
        int at = window.show(jar, start, length);
        byte[] bytes = new byte[size];
        try {
            inflater.reset();
            inflater.setInput(window.bytes(), at, length);
            int done = 0;
            while (done < size) {
                int count = inflater.inflate(bytes, done, size - done);
                if (count == 0) {
                    throw new ZipException("its data end too early");
                }
                done += count;
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new ZipException("its data are damaged");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
