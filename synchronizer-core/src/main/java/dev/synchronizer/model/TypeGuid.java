package dev.synchronizer.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GUIDs of content types: reading declared ones, deriving the others (C1). */
public final class TypeGuid {
    private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private TypeGuid() {}

    /** Reads a GUID of the form 8-4-4-4-12, in either case; null where the text has another form. */
    public static @Nullable UUID parse(String text) {
        return FORM.matcher(text).matches() ? UUID.fromString(text.toLowerCase(Locale.ROOT)) : null;
    }

    /** The UUID of version 5 of {@code content-type:NAME} in the URL namespace. */
    public static UUID derive(String oldestName) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(URL_NAMESPACE.getMostSignificantBits())
                .putLong(URL_NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(("content-type:" + oldestName).getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xf000L | 0x5000L;
        long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /**
     * The derived GUID, which is taken from then on. Where an old name has come back as something new, the GUID that is
     * derived from it belongs to the type that was renamed; then the name is counted on until a free one is found.
     */
    public static UUID deriveFree(String oldestName, Set<UUID> taken) {
        UUID derived = derive(oldestName);
        for (int count = 2; !taken.add(derived); count++) {
            derived = derive(oldestName + "#" + count);
        }
        return derived;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
