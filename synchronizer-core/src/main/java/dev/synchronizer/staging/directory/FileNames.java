package dev.synchronizer.staging.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names as names of files that every file system can hold, and that differ wherever the names do, be it in upper and lower
 * case alone: {@code LandingPage} becomes {@code landing-page}.
 */
final class FileNames {
    private static final int LONGEST = 100;
    private static final int KEPT = 60;
    private static final HexFormat HEX = HexFormat.of();

    /** What Windows takes for devices, whatever follows behind a dot. */
    private static final Set<String> DEVICES = devices();

    private FileNames() {}

    private static Set<String> devices() {
        Set<String> names = new TreeSet<>(Set.of("con", "prn", "aux", "nul"));
        for (int port = 0; port <= 9; port++) {
            names.add("com" + port);
            names.add("lpt" + port);
        }
        return Set.copyOf(names);
    }

    /** Of a type, whose name begins with a capital letter as a rule. */
    static String ofType(String name) {
        return whole(name, true);
    }

    /** Of a property or a rule, whose name begins with a small letter as a rule. */
    static String ofPart(String name) {
        return whole(name, false);
    }

    private static String whole(String name, boolean capital) {
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
            add(name.codePointAt(at), at == 0, capital, written);
        }
        String file = written.toString();
        if (file.length() > LONGEST) {
            return file.substring(0, KEPT) + "~" + digest(name);
        }
        return file.isEmpty() || DEVICES.contains(file)
                ? escaped(name.isEmpty() ? 0 : name.codePointAt(0)) + file.substring(Math.min(1, file.length()))
                : file;
    }

    /** A hyphen stands before a capital letter, and an underscore before a first letter of the less usual case. */
    private static void add(int letter, boolean first, boolean capital, StringBuilder written) {
        boolean small = letter >= 'a' && letter <= 'z';
        boolean large = letter >= 'A' && letter <= 'Z';
        if (small || large) {
            if (first ? large != capital : large) {
                written.append(first ? '_' : '-');
            }
            written.append((char) (letter | 0x20));
        } else if (letter >= '0' && letter <= '9') {
            written.append((char) letter);
        } else {
            written.append(escaped(letter));
        }
    }

    private static String escaped(int letter) {
        StringBuilder bytes = new StringBuilder();
        for (byte one : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
            bytes.append('%').append(HEX.toHexDigits(one));
        }
        return bytes.toString();
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
