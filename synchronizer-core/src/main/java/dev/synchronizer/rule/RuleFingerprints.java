package dev.synchronizer.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whether rules are still the same, their order, conditions and actions among it. */
public final class RuleFingerprints {
    /** Half of the bytes are enough to tell rules apart. */
    private static final int LENGTH = 16;

    private RuleFingerprints() {}

    /** The first 128 bits of the SHA-256 of each rule, by its name. */
    static SortedMap<String, String> of(Collection<KnownRule> rules) {
        SortedMap<String, String> fingerprints = new TreeMap<>();
        rules.forEach(rule -> fingerprints.put(rule.name(), fingerprint(rule.definition())));
        return fingerprints;
    }

    private static String fingerprint(String rule) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(rule.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What has become of rules, such as {@code teasers is another one, titles runs no more}; empty where they are the same. */
    public static String difference(SortedMap<String, String> before, SortedMap<String, String> after) {
        List<String> differences = new ArrayList<>();
        before.forEach((name, fingerprint) -> {
            if (!after.containsKey(name)) {
                differences.add(name + " runs no more");
            } else if (!fingerprint.equals(after.get(name))) {
                differences.add(name + " is another one");
            }
        });
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> differences.add(name + " is new"));
        return String.join(", ", differences);
    }
}
