package dev.synchronizer.diff;

import dev.synchronizer.model.TypeModel;

/** A type with the scanned module that declares it. Equal only to itself, so that looking it up costs nothing. */
final class DeclaredType {
    private final String module;
    private final TypeModel model;

    DeclaredType(String module, TypeModel model) {
        this.module = module;
        this.model = model;
    }

    String module() {
        return module;
    }

    TypeModel model() {
        return model;
    }

    String name() {
        return model.name();
    }
}
