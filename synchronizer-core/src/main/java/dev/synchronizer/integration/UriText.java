package dev.synchronizer.integration;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Any text as a part of a URI or of a header: letters, digits, hyphens, underscores and slashes stand for themselves. */
final class UriText {
    private static final String PLAIN = "-_/";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UriText() {}

    static String of(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(each)) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HEX.toHexDigits(each));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(byte each) {
        return each >= 'a' && each <= 'z'
                || each >= 'A' && each <= 'Z'
                || each >= '0' && each <= '9'
                || PLAIN.indexOf(each) >= 0;
    }
}
