package dev.synchronizer.model;

import dev.synchronizer.json.JsonOut;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two modules declare the same model, whatever their versions. */
public final class Fingerprint {
    private Fingerprint() {}

    /** The first 128 bits of the SHA-256 of all that a comparison looks at, in hexadecimal digits. */
    public static String of(ModuleModel module) {
        MessageDigest digest = sha256();
        JsonOut.compact(
                new DigestOutputStream(OutputStream.nullOutputStream(), digest),
                out -> ModelJson.writeCompared(module, out));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
