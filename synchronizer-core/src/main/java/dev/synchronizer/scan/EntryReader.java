package dev.synchronizer.scan;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Inflates entries, and checks that they are what the list of entries says. */
final class EntryReader implements AutoCloseable {
    private static final int LOCAL_HEADER = 30;
    private static final int BEST_RATIO = 1040;
    private static final int FIRST_PIECE = 1 << 10;
    private static final int LATER_PIECE = 1 << 9;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] header = new byte[LOCAL_HEADER];
    private byte[] compressed = new byte[1 << 14];
    private byte[] beginning = new byte[1 << 14];

    byte[] read(JarBytes jar, JarEntry entry) throws IOException {
        int size = checkedSize(entry);
        byte[] bytes;
        if (entry.method() == JarEntry.STORED) {
            bytes = jar.read(dataStart(jar, entry), size);
        } else {
            open(jar, entry);
            bytes = new byte[size];
            inflate(bytes, 0, size);
        }
        checkContent(bytes, entry);
        return bytes;
    }

    /**
     * Reads a class file, or only its beginning and then gives null, if that shows that what is searched for is not in
     * it. Damage behind that beginning goes unnoticed.
     */
    byte @Nullable [] readIf(PoolSearch search, JarBytes jar, JarEntry entry) throws IOException {
        if (entry.method() == JarEntry.STORED) {
            byte[] bytes = read(jar, entry);
            return search.mayBeIn(bytes) ? bytes : null;
        }
        int size = checkedSize(entry);
        open(jar, entry);
        int done = 0;
        // Mostly the pool is five eighths of a class file.
        int piece = Math.max(FIRST_PIECE, size / 8 * 5);
        PoolSearch.Answer answer = PoolSearch.Answer.MORE;
        while (answer == PoolSearch.Answer.MORE && done < size) {
            int next = (int) Math.min(size, (long) done + piece);
            if (beginning.length < next) {
                beginning = Arrays.copyOf(beginning, size);
            }
            inflate(beginning, done, next);
            done = next;
            piece = Math.max(LATER_PIECE, size / 8);
            answer = search.look(beginning, done);
        }
        return answer == PoolSearch.Answer.ABSENT ? null : readRest(search, entry, done, size);
    }

    private byte @Nullable [] readRest(PoolSearch search, JarEntry entry, int done, int size) throws IOException {
        byte[] bytes = new byte[size];
        System.arraycopy(beginning, 0, bytes, 0, done);
        inflate(bytes, done, size);
        checkContent(bytes, entry);
        return search.mayBeIn(bytes) ? bytes : null;
    }

    /** The position of what the entry holds, behind its own header. */
    long dataStart(JarBytes jar, JarEntry entry) throws IOException {
        jar.read(entry.offset(), header, LOCAL_HEADER);
        if (CentralDirectory.int32(header, 0) != 0x04034b50) {
            throw new ZipException("it is not where the list of entries says");
        }
        return entry.offset() + LOCAL_HEADER + CentralDirectory.int16(header, 26) + CentralDirectory.int16(header, 28);
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

    /** Gets ready to inflate an entry. */
    private void open(JarBytes jar, JarEntry entry) throws IOException {
        long start = dataStart(jar, entry);
        if (entry.method() == JarEntry.ENCRYPTED) {
            throw new ZipException("it is encrypted");
        }
        if (entry.method() != JarEntry.DEFLATED) {
            throw new ZipException("it is compressed by the unknown method " + entry.method());
        }
        int length = (int) entry.compressedSize();
        if (compressed.length < length) {
            compressed = new byte[Math.max(length, compressed.length * 2)];
        }
        jar.read(start, compressed, length);
        inflater.reset();
        inflater.setInput(compressed, 0, length);
    }

    private void inflate(byte[] bytes, int from, int to) throws ZipException {
        try {
            int done = from;
            while (done < to) {
                int count = inflater.inflate(bytes, done, to - done);
                if (count == 0) {
                    throw new ZipException("its data end too early");
                }
                done += count;
            }
        } catch (DataFormatException e) {
            throw new ZipException("its data are damaged");
        }
    }

    private void checkContent(byte[] bytes, JarEntry entry) throws ZipException {
        crc.reset();
        crc.update(bytes, 0, bytes.length);
        if ((int) crc.getValue() != entry.crc()) {
            throw new ZipException("its checksum is wrong");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
