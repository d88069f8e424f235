package dev.synchronizer.scan;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.problem.Problems;
import java.util.Set;

/**
 * What a scan found.
 *
 * @param model the modules that were read, those without types too
 * @param problems what could not be read or understood, and what is worth knowing
 * @param emptyJars fingerprints of the jars that declare no types
 */
public record ScannedModels(ContentModel model, Problems problems, Set<String> emptyJars) {
    public ScannedModels {
        emptyJars = Set.copyOf(emptyJars);
    }
}
