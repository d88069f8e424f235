package dev.synchronizer.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds a class by its descriptor in the bytes of a class file, without understanding them. */
final class DescriptorSearch {
    private final byte[] wanted;
    private final int[] steps = new int[256];

    DescriptorSearch(Class<?> type) {
        wanted = type.descriptorString().getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(steps, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            steps[wanted[i] & 0xFF] = wanted.length - 1 - i;
        }
    }

    /** Compares from the end, and steps as far as the last byte allows. */
    boolean isIn(byte[] bytes) {
        int last = wanted.length - 1;
        for (int at = last; at < bytes.length; at += steps[bytes[at] & 0xFF]) {
            int i = last;
            while (i >= 0 && bytes[at - last + i] == wanted[i]) {
                i--;
            }
            if (i < 0) {
                return true;
            }
        }
        return false;
    }
}
