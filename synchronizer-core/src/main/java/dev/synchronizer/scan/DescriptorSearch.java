package dev.synchronizer.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds classes by their descriptors in the bytes of a class file, without understanding them, in one pass. */
final class DescriptorSearch {
    private final byte[] wanted;
    private final byte[][] endings;
    private final int[] steps = new int[256];

    /** @param types are all searched for by what their descriptors begin with, so they had better be of one package */
    DescriptorSearch(Class<?>... types) {
        List<String> descriptors = new ArrayList<>();
        for (Class<?> type : types) {
            descriptors.add(type.descriptorString());
        }
        String common = commonBeginning(descriptors);
        wanted = bytes(common);
        endings = new byte[types.length][];
        for (int i = 0; i < types.length; i++) {
            endings[i] = bytes(descriptors.get(i).substring(common.length()));
        }
        Arrays.fill(steps, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            steps[wanted[i] & 0xFF] = wanted.length - 1 - i;
        }
    }

    private static String commonBeginning(List<String> descriptors) {
        String common = descriptors.get(0);
        for (String descriptor : descriptors) {
            while (!descriptor.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Compares from the end, and steps as far as the last byte allows. */
    boolean isIn(byte[] bytes) {
        int last = wanted.length - 1;
        for (int at = last; at < bytes.length; at += steps[bytes[at] & 0xFF]) {
            int i = last;
            while (i >= 0 && bytes[at - last + i] == wanted[i]) {
                i--;
            }
            if (i < 0 && endsAt(bytes, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsAt(byte[] bytes, int from) {
        for (byte[] ending : endings) {
            int to = from + ending.length;
            if (to <= bytes.length && Arrays.equals(bytes, from, to, ending, 0, ending.length)) {
                return true;
            }
        }
        return false;
    }
}
