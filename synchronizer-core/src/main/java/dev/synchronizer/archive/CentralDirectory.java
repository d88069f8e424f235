package dev.synchronizer.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * Walks through the central directory of a jar, the list of entries at its end, with ZIP64 records.
 *
 * <p>Start-up reads a hundred of them before anything is compiled: no entry objects, no streams, no lambdas.
 */
final class CentralDirectory {
    private static final int HEADER = 46;
    private static final int SIGNATURE = 0x02014b50;
    private static final long IN_EXTRA_FIELD = 0xFFFFFFFFL;

    private final byte[] bytes;
    private final long shift;
    private int at;
    private int next;

    /**
     * @param bytes the whole directory
     * @param shift what is to be added to its offsets, because something stands before the jar's first entry
     */
    CentralDirectory(byte[] bytes, long shift) {
        this.bytes = bytes;
        this.shift = shift;
    }

    static CentralDirectory of(JarBytes jar) throws IOException {
        return EndRecord.find(jar).directory(jar);
    }

    /** Goes to the next entry, if there is one. */
    boolean next() throws ZipException {
        at = next;
        if (at == bytes.length) {
            next = 0;
            return false;
        }
        if (at + HEADER > bytes.length || int32(bytes, at) != SIGNATURE) {
            throw new ZipException("its list of entries is damaged");
        }
        next = at + HEADER + nameLength() + int16(bytes, at + 30) + int16(bytes, at + 32);
        if (next > bytes.length) {
            throw new ZipException("its list of entries is damaged");
        }
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int nameStart() {
        return at + HEADER;
    }

    int nameLength() {
        return int16(bytes, at + 28);
    }

    String name() {
        return new String(bytes, nameStart(), nameLength(), StandardCharsets.UTF_8);
    }

    int crc() {
        return int32(bytes, at + 16);
    }

    long size() throws ZipException {
        return large(24, 0);
    }

    /** The entry to which the walk has come. */
    JarEntry entry() throws ZipException {
        int method = (int16(bytes, at + 8) & 1) == 0 ? int16(bytes, at + 10) : JarEntry.ENCRYPTED;
        boolean sizeInExtra = uint32(bytes, at + 24) == IN_EXTRA_FIELD;
        boolean compressedInExtra = uint32(bytes, at + 20) == IN_EXTRA_FIELD;
        int before = (sizeInExtra ? 8 : 0) + (compressedInExtra ? 8 : 0);
        return new JarEntry(name(), large(42, before) + shift, large(20, sizeInExtra ? 8 : 0), size(), crc(), method);
    }

    /** A field of 32 bits, or the one of 64 bits in the extra field that stands in for it. */
    private long large(int field, int inExtra) throws ZipException {
        long value = uint32(bytes, at + field);
        if (value != IN_EXTRA_FIELD) {
            return value;
        }
        int extra = nameStart() + nameLength();
        int end = extra + int16(bytes, at + 30);
        while (extra + 4 <= end) {
            int length = int16(bytes, extra + 2);
            if (int16(bytes, extra) == 1 && inExtra + 8 <= length && extra + 4 + length <= end) {
                return int64(bytes, extra + 4 + inExtra);
            }
            extra += 4 + length;
        }
        throw new ZipException("its list of entries is damaged");
    }

    static int int16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    static int int32(byte[] bytes, int at) {
        return int16(bytes, at) | int16(bytes, at + 2) << 16;
    }

    static long uint32(byte[] bytes, int at) {
        return int32(bytes, at) & 0xFFFFFFFFL;
    }

    static long int64(byte[] bytes, int at) {
        return uint32(bytes, at) | uint32(bytes, at + 4) << 32;
    }
}
