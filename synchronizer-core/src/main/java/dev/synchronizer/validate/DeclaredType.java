package dev.synchronizer.validate;

import dev.synchronizer.model.TypeModel;

/** A type with the name of its module, which tells it from a namesake. */
record DeclaredType(TypeModel type, String module) {
    String name() {
        return type.name();
    }

    String className() {
        return type.className();
    }

    /** Such as {@code Article (com.acme.Article in acme-site)}. */
    @Override
    public String toString() {
        return type.name() + " (" + type.className() + " in " + module + ")";
    }
}
