package dev.synchronizer.archive;

/**
 * Where the bytes of an entry are.
 *
 * @param name its full name in the jar
 * @param offset the position of its local header
 * @param compressedSize how many bytes it takes
 * @param size how many bytes it holds
 * @param crc the CRC-32 of what it holds
 * @param method 0 for stored, 8 for deflated
 */
record JarEntry(String name, long offset, long compressedSize, long size, int crc, int method) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int ENCRYPTED = -1;
}
