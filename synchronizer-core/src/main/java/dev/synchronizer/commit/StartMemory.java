package dev.synchronizer.commit;

import java.util.Set;

/**
 * What a commit leaves for the next start.
 *
 * @param startKey identifies all that a comparison would depend on beside the store; empty if nothing is to be
 *     remembered
 * @param emptyJars fingerprints of jars that declare no types
 */
public record StartMemory(String startKey, Set<String> emptyJars) {
    public static final StartMemory NONE = new StartMemory("", Set.of());
}
