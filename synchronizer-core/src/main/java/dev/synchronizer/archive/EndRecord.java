package dev.synchronizer.archive;

import static dev.synchronizer.archive.CentralDirectory.int16;
import static dev.synchronizer.archive.CentralDirectory.int32;
import static dev.synchronizer.archive.CentralDirectory.int64;
import static dev.synchronizer.archive.CentralDirectory.uint32;

import java.io.IOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The record at the end of a jar that says where the list of its entries is.
 */
final class EndRecord {
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int USUAL_TAIL = 1 << 14;
    private static final int LOCATOR_LENGTH = 20;

    private final byte[] tail;
    private final long tailStart;
    private final long end;
    private final long size;
    private final long offset;

    /**
     * @param tail the last bytes of the jar
     * @param tailStart their position
     * @param end the position of the first record behind the list
     * @param size the length of the list
     * @param offset the position of the list, counted from the first entry
     */
    private EndRecord(byte[] tail, long tailStart, long end, long size, long offset) {
        this.tail = tail;
        this.tailStart = tailStart;
        this.end = end;
        this.size = size;
        this.offset = offset;
    }

    static EndRecord find(JarBytes jar) throws IOException {
        EndRecord found = search(jar, USUAL_TAIL);
        if (found == null) {
            found = search(jar, LENGTH + LONGEST_COMMENT);
        }
        if (found == null) {
            throw new ZipException("it has no list of entries at its end: it is cut short, or no jar");
        }
        return found;
    }

    private static @Nullable EndRecord search(JarBytes jar, int length) throws IOException {
        int known = (int) Math.min(length, jar.size());
        long start = jar.size() - known;
        byte[] tail = jar.read(start, known);
        for (int at = known - LENGTH; at >= 0; at--) {
            if (int32(tail, at) == 0x06054b50 && at + LENGTH + int16(tail, at + 20) == known) {
                return read(jar, tail, start, at);
            }
        }
        return null;
    }

    private static EndRecord read(JarBytes jar, byte[] tail, long start, int at) throws IOException {
        int locator = at - LOCATOR_LENGTH;
        if (locator >= 0 && int32(tail, locator) == 0x07064b50) {
            long position = int64(tail, locator + 8);
            byte[] record = jar.read(position, 56);
            if (int32(record, 0) == 0x06064b50) {
                return new EndRecord(tail, start, position, int64(record, 40), int64(record, 48));
            }
        }
        return new EndRecord(tail, start, start + at, uint32(tail, at + 12), uint32(tail, at + 16));
    }

    CentralDirectory directory(JarBytes jar) throws IOException {
        long position = end - size;
        if (size < 0 || size > Integer.MAX_VALUE - 8 || position < 0 || offset > position) {
            throw new ZipException("its list of entries is damaged");
        }
        byte[] bytes = new byte[(int) size];
        if (position >= tailStart) {
            System.arraycopy(tail, (int) (position - tailStart), bytes, 0, bytes.length);
        } else {
            jar.read(position, bytes, bytes.length);
        }
        return new CentralDirectory(bytes, position - offset);
    }
}
