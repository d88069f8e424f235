package dev.synchronizer.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whether what a class does has changed, however it was compiled. */
public final class CodeChecksum {
    private CodeChecksum() {}

    /**
     * The SHA-256 over the members and instructions of a class and of those that are nested in it: debug information,
     * annotations, the version of the class files and the order of their members and constants make no difference.
     *
     * @param className the binary name of the class
     * @throws IOException if one of them cannot be read
     */
    public static String of(String className, ClassBytes bytes) throws IOException {
        String root = className.replace('.', '/');
        SortedMap<String, String> code = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!code.containsKey(name)) {
                ClassCode of = read(name, bytes);
                code.put(name, of.text());
                of.nested().stream()
                        .filter(nested -> nested.startsWith(root + "$"))
                        .forEach(open::add);
            }
        }
        return sha256(String.join("\n", code.values()));
    }

    private static ClassCode read(String name, ClassBytes bytes) throws IOException {
        try {
            return ClassCode.read(bytes.read(name));
        } catch (RuntimeException e) {
            throw new IOException("the class " + name.replace('/', '.') + " makes no sense", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
