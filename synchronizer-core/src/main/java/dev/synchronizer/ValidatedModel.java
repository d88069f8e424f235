package dev.synchronizer;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.problem.Problems;

/**
 * A model that breaks no rule.
 *
 * @param model what code declares
 * @param warnings what is worth knowing about it
 * @param suppressed warnings that its authors accept (B11)
 */
public record ValidatedModel(ContentModel model, Problems warnings, Problems suppressed) {}
