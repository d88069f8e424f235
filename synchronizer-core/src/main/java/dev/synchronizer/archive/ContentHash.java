package dev.synchronizer.archive;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A hash of 128 bits, made to notice changes and not to withstand malice. It needs nothing that a fresh process would
 * have to load first.
 */
public final class ContentHash {
    private final CRC32 crc = new CRC32();
    private long first = 0x243F6A8885A308D3L;
    private long second = 0x13198A2E03707344L;

    /** Adds a value whose place among the others matters. */
    public void add(long value) {
        first = mix(first * 31 + value);
        second = mix(second ^ Long.rotateLeft(value, 32)) + value;
    }

    public void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        long word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = word << 8 | bytes[i] & 0xFF;
            if ((i & 7) == 7) {
                add(word);
            }
        }
        add(word);
    }

    /** Adds a file or entry whose place among the others makes no difference. */
    void addUnordered(byte[] name, int from, int length, long contentCrc, long size) {
        crc.reset();
        crc.update(name, from, length);
        long identity = crc.getValue() << 32 | contentCrc & 0xFFFFFFFFL;
        first += mix(identity ^ mix(size));
        second += mix(Long.rotateLeft(identity, 29) + mix(size + length));
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 32) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }

    /** Thirty-two hexadecimal digits. */
    public String hex() {
        char[] digits = new char[32];
        for (int i = 0; i < 16; i++) {
            digits[i] = Character.forDigit((int) (first >>> (60 - 4 * i)) & 15, 16);
            digits[16 + i] = Character.forDigit((int) (second >>> (60 - 4 * i)) & 15, 16);
        }
        return new String(digits);
    }
}
